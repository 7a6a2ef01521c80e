import { type Reply, ask } from '../testkit/agency';
import { type Asking, type House, openHouse } from '../testkit/house';
import { claimsOf, sign } from '../testkit/issuer';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
  // Each leaves a record of access.
  for (let times = 0; times < 4; times += 1)
    await house.ask('{ people(first: 1) { nodes { name } } }', {}, CLERK);
});
afterAll(() => house.close());

const NOBODY: Asking = { login: null, purpose: null };
const CLERK: Asking = { login: 'caseworker', purpose: 'PLACEMENT' };
const HEAD: Asking = { login: 'head', purpose: 'PLACEMENT' };
const AUDITOR: Asking = { login: 'auditor', purpose: 'AUDIT' };

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly startCursor: string; readonly endCursor: string };
}

/** Asks for two rows of a list; `$after` stands where its cursor belongs. */
function two(list: string): string {
  const page = '{ edges { cursor node { id } } pageInfo { startCursor endCursor } }';
  return `query ($after: String) { ${list.replace('*', `(first: 2, after: $after) ${page}`)} }`;
}

const PEOPLE = two('list: people*');
const REGISTRATIONS = two('list: registrations*');
const PROGRAMMES = two('list: programmes*');
const VACANCIES_OF = (employer = ''): string => two(`employer(id: "${employer}") { list: vacancies* }`);
const CENTER_ACCESSES = two('dataAccesses { list: trainingCenter* }');
const OFFICE_ACCESSES = two('dataAccesses { list: laborOffice* }');

function pageIn({ data, errors }: Reply): Page {
  if (errors) throw new Error(JSON.stringify(errors));
  const [value] = Object.values(data ?? {}) as [Page | { list: Page }];
  return 'list' in value ? value.list : value;
}

async function pageOf(query: string, as: Asking, variables = {}): Promise<Page> {
  return pageIn(await house.ask(query, variables, as));
}

function expectRefused({ errors }: Reply): void {
  expect(errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([
    ['BAD_USER_INPUT', expect.stringMatching(/^after: .*Ask for the first page again/) as unknown],
  ]);
}

it.each([
  ['people', PEOPLE, CLERK],
  ['programmes, without a credential', PROGRAMMES, NOBODY],
  ['records of access', OFFICE_ACCESSES, AUDITOR],
])('leads on to the next %s, for the same caller with another token', async (_, query, as) => {
  const first = await pageOf(query, as);
  expect(first.pageInfo).toEqual({
    startCursor: first.edges[0]?.cursor,
    endCursor: first.edges[1]?.cursor,
  });
  const second = await pageOf(query, as, { after: first.pageInfo.endCursor });
  const again = await pageOf(query, as, { after: first.pageInfo.startCursor });
  expect(again.edges[0]).toEqual(first.edges[1]);
  expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.id)).size).toBe(4);
});

/** A list, and who asks for it. */
type Asked = readonly [query: string, as: Asking];

it.each<[what: string, given: Asked, used: Asked]>([
  ['another login', [PEOPLE, CLERK], [PEOPLE, HEAD]],
  ['whoever signs in later', [PROGRAMMES, NOBODY], [PROGRAMMES, CLERK]],
  ['whoever has no credential', [PROGRAMMES, CLERK], [PROGRAMMES, NOBODY]],
  ['another list', [PEOPLE, CLERK], [REGISTRATIONS, CLERK]],
  ['the same list of another agency', [OFFICE_ACCESSES, AUDITOR], [CENTER_ACCESSES, AUDITOR]],
])('a cursor is refused to %s', async (_, [query, as], [other, another]) => {
  const { pageInfo } = await pageOf(query, as);
  expectRefused(await house.ask(other, { after: pageInfo.endCursor }, another));
});

it('a cursor of one employer’s vacancies is refused in those of another, and of both at once', async () => {
  const rows = await house.agencies.employers.sql<{ id: string }>(
    `SELECT employer_id AS id FROM vacancy WHERE status = 'OPEN' GROUP BY 1 ORDER BY 1 LIMIT 2`,
  );
  const [one, other] = rows.map(({ id }) => VACANCIES_OF(id)) as [string, string];
  const { pageInfo } = await pageOf(one, CLERK);
  const asked = { after: pageInfo.endCursor };
  expect((await house.ask(one, asked, CLERK)).errors).toBeUndefined();
  expectRefused(await house.ask(other, asked, CLERK));
  expectRefused(await house.ask(two('employers(first: 2) { nodes { list: vacancies* } }'), asked, CLERK));
});

it('a cursor is refused to another program of the same account', async () => {
  const { pageInfo } = await pageOf(PEOPLE, CLERK);
  const claims = claimsOf('caseworker', house.issuer.trust.issuer, Math.floor(Date.now() / 1000));
  const token = await sign({ ...claims, client_id: 'another' }, house.issuer.key);
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': 'PLACEMENT' };
  expectRefused(await ask(house.origin, PEOPLE, { after: pageInfo.endCursor }, headers));
});

it.each([
  [
    'a changed letter',
    (cursor: string) => `${cursor.slice(0, 60)}${cursor[60] === 'a' ? 'b' : 'a'}${cursor.slice(61)}`,
  ],
  ['its end cut off', (cursor: string) => cursor.slice(0, -4)],
  ['something behind it', (cursor: string) => `${cursor}AAAA`],
  ['nothing left of it', () => ''],
])('a cursor is refused with %s', async (_, changed) => {
  const { pageInfo } = await pageOf(PEOPLE, CLERK);
  expectRefused(await house.ask(PEOPLE, { after: changed(pageInfo.endCursor) }, CLERK));
});

it('a cursor tells nothing of the row it stands on', async () => {
  const { edges } = await pageOf(PEOPLE, CLERK);
  for (const { cursor, node } of edges) {
    const bytes = Buffer.from(cursor, 'base64url');
    expect(bytes.toString('latin1')).not.toContain(node.id);
    expect(bytes.toString('hex')).not.toContain(node.id.replaceAll('-', ''));
  }
});
