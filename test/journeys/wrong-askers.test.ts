import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { ask } from '../testkit/agency';
import { ASKERS, type Asker, askerOf, claimsOfLogin } from '../testkit/askers';
import { type AgencyName, type Asking, type House, openHouse } from '../testkit/house';
import { claimsOf, keyPair, sign } from '../testkit/issuer';
import { question } from '../testkit/question';
import { reachedBy } from '../testkit/reached';

let house: House;
let variables: Record<string, object>;
beforeAll(async () => {
  house = await openHouse(8);
  variables = await variablesOfQuestions();
});
afterAll(() => house.close());

/** What is refused: the code, where, and the coordinate that is closed if it is one. */
type Refusal = readonly [code: string, path: string, coordinate?: string];

/** Somebody whose question it is not, or who asks it for nothing; all else of the answer is as open to them as to anybody. */
interface Wrong {
  readonly as: Asking;
  readonly refused: readonly Refusal[];
  /** Where there is nothing, and no word of why: rows that are not the caller's look like rows that are not. */
  readonly empty?: readonly string[];
}

const NOBODY: Asking = { login: null, purpose: null };
const ANALYST: Asker = { login: 'analyst', purpose: 'STATISTICS' };
const OFFICE: Asker = { login: 'caseworker', purpose: 'PLACEMENT' };
const OTHER_OFFICE: Asker = { login: 'caseworker-cilegon', purpose: 'PLACEMENT' };
const ASSOCIATION: Asker = { login: 'apindo', purpose: 'PLACEMENT' };
const RECRUITER: Asker = { login: 'recruiter', purpose: 'PLACEMENT' };
const CITIZEN: Asker = { login: 'citizen', purpose: 'SUBJECT_ACCESS' };

const refusing = (code: string, as: Asking, ...paths: string[]): Wrong => ({
  as,
  refused: paths.map((path): Refusal => [code, path]),
});
const unknown = (...paths: string[]): Wrong => refusing('UNAUTHENTICATED', NOBODY, ...paths);
const purposeless = (login: string, ...paths: string[]): Wrong =>
  refusing('PURPOSE_REQUIRED', { login, purpose: null }, ...paths);
const closed = (as: Asking, path: string, ...coordinates: string[]): Wrong => ({
  as,
  refused: coordinates.map((coordinate): Refusal => ['FORBIDDEN_FIELD', path, coordinate]),
});
const strangers = (as: Asking, ...empty: string[]): Wrong => ({ as, refused: [], empty });

const VERIFIED = ['scheme', 'qualifier', 'kkni', 'competencyUnits', 'issuedOn', 'validUntil'];
const verified = VERIFIED.map((field) => `certificateVerification.${field}`);
const lapses = ['laborOffice', 'trainingCenter', 'province', 'employers'].map((part) => `lapseOf.${part}`);

const AGENCY_PARTS = ['laborOffice', 'trainingCenter', 'province', 'employers'];
const SUMMARIES = AGENCY_PARTS.map((part) => `dataAccessSummary.${part}`);

/** Questions of which a part is nobody's but who asks; what the others ask is published, see below. */
const WRONG: Readonly<Record<string, readonly Wrong[]>> = {
  'agencies-03': [
    closed(ANALYST, 'certificates', 'CertificateFilter.capabilities'),
    closed(OFFICE, 'certificates', 'CertificateFilter.capabilities'),
    purposeless('admissions', 'certificates'),
  ],
  'agencies-05': [
    strangers(OTHER_OFFICE, 'person', 'accessTo'),
    strangers(ANALYST, 'person', 'accessTo'),
    purposeless('caseworker', 'person', 'accessTo'),
    unknown('dataGrants', 'person', 'accessTo'),
  ],
  'agencies-06': [
    closed(ANALYST, 'people', 'PersonFilter.siapkerjaRegistered'),
    purposeless('caseworker', 'people', 'journeySummary'),
    unknown('people', 'journeySummary'),
  ],
  'agencies-07': [
    closed(ASSOCIATION, 'registrations', 'RegistrationFilter.reportOverdue'),
    closed({ ...OTHER_OFFICE, purpose: 'STATISTICS' }, 'registrations', 'RegistrationFilter.reportOverdue'),
    purposeless('caseworker-cilegon', 'registrations'),
  ],
  'agencies-08': [
    strangers(OFFICE, 'person'),
    strangers(CITIZEN, 'person'),
    purposeless('caseworker-cilegon', 'person'),
  ],
  'agencies-09': [purposeless('analyst', 'overseasCaseSummary'), unknown('overseasCaseSummary')],
  'agencies-10': [
    closed(RECRUITER, 'internships', 'InternshipFilter.incomplete'),
    closed({ login: 'admissions', purpose: 'PLACEMENT' }, 'internships', 'InternshipFilter.region'),
    purposeless('admissions', 'internships'),
  ],
  'agencies-11': [unknown('skillDemands')],
  'agencies-12': [
    unknown('agreement.grants', 'lapseOf'),
    refusing('FORBIDDEN', RECRUITER, ...lapses),
    refusing('FORBIDDEN', CITIZEN, ...lapses),
  ],
  'employers-01': [unknown('employer')],
  'employers-02': [
    strangers(ANALYST, 'vacancy.matchingCandidates'),
    purposeless('recruiter', 'vacancy.matchingCandidates.nodes.0.region'),
    unknown('vacancy.matchingGraduateCount', 'vacancy.matchingCandidates'),
  ],
  'employers-03': [unknown('vacancy.reporting.receipt', 'vacancy.reporting.missing', 'vacancy.verification')],
  'employers-05': [unknown('employer')],
  'employers-06': [unknown('trainingRequests')],
  'employers-07': [
    {
      as: CITIZEN,
      refused: VERIFIED.map((field): Refusal => [
        'FORBIDDEN_FIELD',
        `certificateVerification.${field}`,
        `CertificateVerification.${field}`,
      ]),
    },
    purposeless('recruiter', ...verified),
    unknown('certificateVerification'),
  ],
  'employers-08': [
    closed(ASSOCIATION, 'internships', 'InternshipFilter.occupations'),
    closed({ ...RECRUITER, purpose: 'TRAINING' }, 'internships', 'InternshipFilter.occupations'),
    purposeless('recruiter', 'internships'),
  ],
  'employers-10': [
    refusing('FORBIDDEN', ASSOCIATION, 'employer.workforceReportAccesses'),
    refusing('FORBIDDEN', CITIZEN, 'employer.workforceReportAccesses'),
    unknown('employer'),
  ],
  'reporting-01': [purposeless('analyst', 'placements'), unknown('placements')],
  'reporting-06': [unknown('vacancyReportingSummary')],
  'reporting-10': [
    refusing('FORBIDDEN', { login: 'analyst', purpose: 'AUDIT' }, ...SUMMARIES),
    purposeless('auditor', ...SUMMARIES),
  ],
  'reporting-09': [unknown('localHireSummary')],
};

const PUBLISHED = Object.keys(ASKERS).filter((name) => !(name in WRONG));

describe.each(Object.keys(WRONG))('%s', (name) => {
  it('is answered to whose it is', async () => {
    const { data } = await house.ask(question(name), variables[name], askerOf(name));
    expect(Object.values(data ?? {})).not.toEqual([]);
    expect(Object.values(data ?? {})).not.toContain(null);
  });

  it.each(WRONG[name] ?? [])(
    'is refused to $as.login for $as.purpose',
    async ({ as, refused, empty = [] }) => {
      const { data, errors = [] } = await house.ask(question(name), variables[name], as);
      const told = errors.map(({ path, extensions: { code, coordinate } }) => [
        code,
        path?.join('.'),
        ...(coordinate === undefined ? [] : [coordinate]),
      ]);
      expect(told.sort()).toEqual(refused.map((one) => [...one]).sort());
      for (const path of [...refused.map(([, path]) => path), ...empty])
        expect([path, at(data, path) ?? []]).toEqual([path, []]);
      expect(await rowsOfStrangers(JSON.stringify(data), as)).toEqual([]);
    },
  );
});

it('shows a recruiter no candidates for the vacancy of another employer', async () => {
  const [foreign] = await house.agencies.employers.sql<{ id: string }>(
    `SELECT id FROM vacancy WHERE employer_id <> $1 AND status = 'OPEN' AND cardinality(competency_units) > 0 ORDER BY id LIMIT 1`,
    [claimsOfLogin('recruiter').employer],
  );
  const asked = { vacancy: foreign?.id, district: '36.73' };
  const { data, errors } = await house.ask(question('employers-02'), asked, RECRUITER);
  expect([errors, at(data, 'vacancy.matchingCandidates')]).toEqual([undefined, null]);
});

describe('what is published', () => {
  it.each(PUBLISHED)('is not told of %s on a credential that is none', async (name) => {
    const { login } = askerOf(name);
    const claims = claimsOf(login, house.issuer.trust.issuer, Math.floor(Date.now() / 1000));
    const forged = await sign(claims, { ...(await keyPair()), kid: house.issuer.key.kid });
    const reply = await ask(house.origin, question(name), {}, { authorization: `Bearer ${forged}` });
    expect(reply.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(reply.data ?? null).toBeNull();
  });
});

function at(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, key) => (part === null ? null : (part as Record<string, unknown>)[key]), data);
}

/** Where rows about people are, and whom each is about. */
const ROWS: Readonly<Record<AgencyName, string>> = {
  'labor-office': `SELECT id, id AS person FROM person UNION ALL SELECT id, person_id FROM registration
    UNION ALL SELECT id, person_id FROM consent`,
  'training-center':
    'SELECT id, person_id AS person FROM certificate UNION ALL SELECT id, person_id FROM enrolment',
  province: 'SELECT id, coalesce(student_id, id) AS person FROM internship',
  employers: 'SELECT id, person_id AS person FROM placement',
};

/** Ids in an answer that are of rows about people whom the caller does not reach. */
async function rowsOfStrangers(text: string, { login, purpose }: Asking): Promise<string[]> {
  const told = new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
  const found: string[] = [];
  for (const [agency, sql] of Object.entries(ROWS) as [AgencyName, string][]) {
    const rows = await house.agencies[agency].sql<{ id: string; person: string }>(sql);
    const reached = login && purpose ? await reachedBy(house, agency, { login, purpose }) : new Set();
    found.push(...rows.filter(({ id, person }) => told.has(id) && !reached.has(person)).map(({ id }) => id));
  }
  return found;
}

async function variablesOfQuestions(): Promise<Record<string, object>> {
  const { employer } = claimsOfLogin('recruiter');
  const [own, others, trained] = [
    await reachedBy(house, 'labor-office', OFFICE),
    await reachedBy(house, 'labor-office', OTHER_OFFICE),
    await house.agencies['training-center'].sql<{ number: string }>(
      'SELECT number FROM certificate ORDER BY number LIMIT 1',
    ),
  ];
  const vacancies = await house.agencies.employers.sql<{ id: string }>(
    `SELECT id FROM vacancy WHERE employer_id = $1 AND status = 'OPEN' AND cardinality(competency_units) > 0`,
    [employer],
  );
  const vacancy = vacancies[0]?.id;
  const onlyIn = (here: ReadonlySet<string>, there: ReadonlySet<string>) =>
    [...here].find((id) => !there.has(id));
  return {
    'agencies-05': { recipient: organizationId('bbpvp-serang'), person: onlyIn(own, others) },
    'agencies-08': { person: onlyIn(others, own) },
    'agencies-09': { region: '36.73' },
    'agencies-12': { agreement: agreementId('D1') },
    'employers-01': { employer },
    'employers-02': { vacancy, district: '36.73' },
    'employers-03': { vacancy },
    'employers-05': { employer },
    'employers-06': { employer },
    'employers-07': { number: trained[0]?.number },
    'employers-10': { employer },
    'reporting-10': { from: '2026-01-01', to: '2026-03-31' },
    'employers-08': { trades: ['7233'] },
  };
}
