import type { AccessEntry } from '@simpul/schema/contract/access-explanation';
import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { PURPOSES } from '@simpul/schema/contract/identity';
import { type Asking, type House, openHouse } from '../testkit/house';

let house: House;
beforeAll(async () => {
  house = await openHouse(2);
});
afterAll(() => house.close());

const PEOPLE = `{ people(first: 50) { nodes { id name contact { phone } registrations { status } financingCases { id }
  enrolments { stage } certificates { scheme } placements { scheme } } } }`;

/** What an answer says of itself, line by line. */
async function explained(as: Asking, query = PEOPLE): Promise<readonly AccessEntry[]> {
  const { data, extensions } = await house.ask(query, {}, { ...as, explains: true });
  expect(data).toBeDefined();
  return extensions?.['access'] as readonly AccessEntry[];
}
const of = (lines: readonly AccessEntry[], coordinate: string) =>
  lines.filter((line) => line.coordinate === coordinate).map(({ coordinate: _, ...line }) => line);

const OFFICE = organizationId('disnakertrans-kota-serang');
const OTHER_OFFICE = organizationId('disnaker-kota-cilegon');
const CENTRE = organizationId('bbpvp-serang');

it('tells a caseworker what is its own office’s, what an agreement opens and what is missing', async () => {
  const lines = await explained({ login: 'caseworker', purpose: 'PLACEMENT' });
  const own = { outcome: 'ALLOWED', agency: 'labor-office', basis: 'OWN', purpose: 'PLACEMENT' };
  for (const field of ['Person.name', 'Contact.phone', 'Registration.status'])
    expect(of(lines, field)).toEqual([own]);
  expect(of(lines, 'Certificate.scheme')).toEqual([
    {
      ...{ ...own, agency: 'training-center', basis: 'GRANT' },
      grant: {
        ...{ id: expect.any(String) as string, version: 1, agreement: agreementId('D1'), clause: '4' },
        ...{ legalBasis: 'PUBLIC_TASK', validTo: '2027-12-31' },
      },
    },
  ]);
  const denied = { outcome: 'DENIED', basis: null, purpose: 'PLACEMENT', code: 'FORBIDDEN_FIELD' };
  expect(of(lines, 'Person.financingCases')).toEqual([
    { ...denied, agency: 'labor-office', needed: { purposes: ['BENEFIT'] } },
  ]);
  const grant = { category: 'HISTORY', providers: [organizationId('apindo')], recipient: OFFICE };
  expect(of(lines, 'Person.placements')).toEqual([
    { ...denied, agency: 'employers', needed: { grant: { ...grant, purpose: 'PLACEMENT' } } },
  ]);
});

it('tells the training centre under which agreements it reads of people whom labour offices nominated', async () => {
  const lines = await explained({ login: 'admissions', purpose: 'TRAINING' });
  expect(of(lines, 'Person.name')).toHaveLength(2);
  expect(of(lines, 'Person.name')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        basis: 'GRANT',
        grant: expect.objectContaining({ agreement: agreementId('D1'), validTo: '2027-12-31' }) as object,
      }),
      expect.objectContaining({
        basis: 'GRANT',
        grant: expect.objectContaining({ agreement: agreementId('D2'), clause: '3' }) as object,
      }),
    ]),
  );
  expect(of(lines, 'Certificate.scheme')).toMatchObject([{ agency: 'training-center', basis: 'OWN' }]);
  expect(of(lines, 'Person.contact')).toMatchObject([
    {
      ...{ outcome: 'DENIED', agency: 'labor-office' },
      needed: { grant: { category: 'CONTACT', providers: [OFFICE, OTHER_OFFICE], recipient: CENTRE } },
    },
  ]);
});

it('tells whoever inspects that all is masked, what is hidden too', async () => {
  const lines = await explained({ login: 'head', purpose: 'AUDIT' });
  for (const field of ['Person.name', 'Contact.phone', 'Person.registrations'])
    expect(of(lines, field)).toMatchObject([{ outcome: 'MASKED', basis: 'OWN', purpose: 'AUDIT' }]);
});

it('tells for which purposes there would be something, where there is nobody for this one', async () => {
  const lines = await explained({ login: 'caseworker', purpose: 'STATISTICS' });
  expect(of(lines, 'Person.name')).toMatchObject([
    {
      outcome: 'DENIED',
      code: 'FORBIDDEN_FIELD',
      needed: { purposes: ['PLACEMENT', 'TRAINING', 'BENEFIT'] },
    },
  ]);
  expect(lines.every(({ outcome }) => outcome === 'DENIED')).toBe(true);
});

it('tells an auditor of another house which role and which grant that would take', async () => {
  const lines = await explained({ login: 'auditor', purpose: 'AUDIT' });
  expect(of(lines, 'Person.name')).toMatchObject([
    {
      needed: {
        roles: ['CASEWORKER', 'HEAD', 'ADMISSIONS', 'ASSOCIATION'],
        grant: { recipient: organizationId('inspektorat-kota-serang'), purpose: 'AUDIT' },
      },
    },
  ]);
});

it('tells a recruiter of its staff, and of what nothing opens to an employer', async () => {
  const lines = await explained({ login: 'recruiter', purpose: 'PLACEMENT' });
  expect(of(lines, 'Person.name')).toMatchObject([{ outcome: 'ALLOWED', basis: 'STAFF' }]);
  expect(of(lines, 'Person.contact')).toEqual([
    {
      ...{ outcome: 'DENIED', agency: 'labor-office', basis: null, purpose: 'PLACEMENT' },
      code: 'FORBIDDEN_FIELD',
    },
  ]);
  const candidates = await explained(
    { login: 'recruiter', purpose: 'PLACEMENT' },
    '{ vacancies(first: 50) { nodes { matchingCandidates(first: 3) { nodes { region { code } certifiedUntil } } } } }',
  );
  expect(of(candidates, 'MatchCandidate.region')).toMatchObject([{ outcome: 'MASKED', basis: 'CANDIDATE' }]);
});

it('tells people of their own record', async () => {
  const lines = await explained({ login: 'citizen', purpose: 'SUBJECT_ACCESS' });
  expect(of(lines, 'Contact.phone')).toMatchObject([{ outcome: 'ALLOWED', basis: 'SELF' }]);
  expect(lines.every(({ basis }) => basis === 'SELF')).toBe(true);
});

it.each<[string, Asking, object]>([
  [
    'the unknown that they have to sign in and say what for',
    { login: null, purpose: null },
    { code: 'UNAUTHENTICATED', needed: { identity: true, purposes: PURPOSES } },
  ],
  [
    'whoever says no purpose that there are some',
    { login: 'caseworker', purpose: null },
    { code: 'PURPOSE_REQUIRED', needed: { purposes: PURPOSES } },
  ],
])('tells %s', async (_, as, why) => {
  expect(await explained(as)).toEqual([
    {
      ...{ coordinate: 'Query.people', outcome: 'DENIED', agency: null, basis: null, purpose: null },
      ...why,
    },
  ]);
});

it('tells of the operation that runs, and of no other in the document', async () => {
  const query = `query Names { people(first: 1) { nodes { ...Known } } }
    fragment Known on Person { name placements { scheme } }
    query Loans { people(first: 1) { nodes { financingCases { id } } } }`;
  const response = await fetch(`${house.origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await house.issuer.tokenFor('caseworker')}`,
      ...{ 'x-purpose': 'PLACEMENT', 'x-explain': 'access' },
    },
    body: JSON.stringify({ query, operationName: 'Names' }),
  });
  const { extensions } = (await response.json()) as { extensions: { access: AccessEntry[]; cost: object } };
  expect(extensions.access.map(({ coordinate }) => coordinate)).toEqual(['Person.name', 'Person.placements']);
  expect(extensions.cost).toBeDefined();
});

it('is the same each time, in the same order, and names nobody', async () => {
  const people = await house.agencies['labor-office'].sql<{ id: string }>('SELECT id FROM person');
  for (const as of [
    { login: 'caseworker', purpose: 'PLACEMENT' },
    { login: 'admissions', purpose: 'TRAINING' },
    { login: 'citizen', purpose: 'SUBJECT_ACCESS' },
  ] as const) {
    const [first, second] = [await explained(as), await explained(as)];
    expect(second).toEqual(first);
    const keys = first.map(({ coordinate, agency }) => `${coordinate} ${String(agency)}`);
    expect(keys).toEqual([...keys].sort());
    const text = JSON.stringify(first);
    expect(people.filter(({ id }) => text.includes(id))).toEqual([]);
  }
});

it('comes only where it is asked for', async () => {
  const { extensions } = await house.ask(PEOPLE);
  expect(Object.keys(extensions ?? {})).toEqual(['cost']);
});
