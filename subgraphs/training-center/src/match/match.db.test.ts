import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import type { As } from '@simpul/test/testkit/gateway-key';
import { trainingCenter } from '../agency';

let agency: TestAgency;
beforeAll(async () => {
  agency = await openTestAgency(trainingCenter);
  await agency.sql(`INSERT INTO competency_unit VALUES ('U.A', 'A', 'demo'), ('U.B', 'B', 'demo')`);
});
afterAll(() => agency.close());

interface Holder {
  units: string[];
  district: string;
  validUntil?: string | null;
  revokedOn?: string;
}

async function certify({ units, district, validUntil = '2028-01-01', revokedOn }: Holder): Promise<string> {
  const [person, certificate] = [randomUUID(), randomUUID()];
  await agency.sql(
    `INSERT INTO certificate (person_id, id, number, scheme, units, issued_on, valid_until, revoked_on, demo)
     VALUES ($1, $2, $3, 'Uji', $4, '2025-01-01', $5, $6, true)`,
    [person, certificate, `UJI-${certificate}`, units, validUntil, revokedOn ?? null],
  );
  await agency.sql(`INSERT INTO certificate_unit SELECT $1, $2, unnest($3::text[]), $4`, [
    person,
    certificate,
    units,
    revokedOn ? '-infinity' : (validUntil ?? 'infinity'),
  ]);
  await agency.sql(
    `INSERT INTO graduate_echo (person_id, district_code, as_of, demo) VALUES ($1, $2, '2026-06-15', true)`,
    [person, district],
  );
  return person;
}

async function openVacancy(
  units: string[],
  workRegion: string | null,
  { status = 'OPEN', validUntil = '2026-12-31' } = {},
): Promise<string> {
  const id = randomUUID();
  await agency.sql(
    `INSERT INTO vacancy_echo (vacancy_id, work_region_code, status, valid_until, as_of, demo)
     VALUES ($1, $2, $3, $4, '2026-06-15', true)`,
    [id, workRegion, status, validUntil],
  );
  await agency.sql('INSERT INTO vacancy_echo_unit SELECT $1, unnest($2::text[])', [id, units]);
  return id;
}

interface Candidate {
  id: string;
  distance: string;
  certifiedUntil: string | null;
  matchedUnits: { code: string }[];
  missingUnits: { code: string }[];
}

interface Match {
  matchingGraduateCount: number | null;
  matchingCandidates: {
    totalCount: number;
    nodes: Candidate[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  } | null;
}

async function match(vacancy: string, region = '', page = ''): Promise<Match> {
  const { data, errors } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Vacancy {
      matchingGraduateCount${region && `(region: "${region}")`}
      matchingCandidates(first: 2 ${region && `region: "${region}"`} ${page}) { totalCount pageInfo { endCursor hasNextPage } nodes {
        id distance certifiedUntil matchedUnits { code } missingUnits { code } } } } } }`,
    { r: [{ __typename: 'Vacancy', id: vacancy }] },
  );
  expect(errors).toBeUndefined();
  return (data?.['_entities'] as [Match])[0];
}

async function allCandidates(vacancy: string): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (let page = ''; ;) {
    const { matchingCandidates } = await match(vacancy, '', page);
    found.push(...(matchingCandidates?.nodes ?? []));
    if (!matchingCandidates?.pageInfo.hasNextPage) return found;
    page = `after: "${matchingCandidates.pageInfo.endCursor}"`;
  }
}

it('finds holders of a valid certificate only, and puts the best first over all pages', async () => {
  const vacancy = await openVacancy(['U.A', 'U.B'], '36.73.01');
  await certify({ units: ['U.A'], district: '36.73.01', revokedOn: '2026-01-01' });
  await certify({ units: ['U.A', 'U.B'], district: '36.73.01', validUntil: '2026-06-14' });
  expect(await match(vacancy)).toMatchObject({
    matchingGraduateCount: 0,
    matchingCandidates: { totalCount: 0, nodes: [] },
  });
  await certify({ units: ['U.A'], district: '36.73.01', validUntil: null });
  await certify({ units: ['U.A'], district: '36.73.01', validUntil: '2026-06-15' });
  await certify({ units: ['U.A', 'U.B'], district: '16.71.01' });
  await certify({ units: ['U.A', 'U.B'], district: '36.72.03' });
  await certify({ units: ['U.B'], district: '36.73.05' });
  expect(
    (await allCandidates(vacancy)).map(({ distance, certifiedUntil, matchedUnits, missingUnits }) => [
      matchedUnits.map(({ code }) => code).join('+'),
      missingUnits.map(({ code }) => code).join('+'),
      distance,
      certifiedUntil,
    ]),
  ).toEqual([
    ['U.A+U.B', '', 'SAME_PROVINCE', '2028-01-01'],
    ['U.A+U.B', '', 'FARTHER', '2028-01-01'],
    ['U.A', 'U.B', 'SAME_DISTRICT', null],
    ['U.A', 'U.B', 'SAME_DISTRICT', '2026-06-15'],
    ['U.B', 'U.A', 'SAME_CITY', '2028-01-01'],
  ]);
});

it('counts people once, and not at all where fewer than five could be told apart', async () => {
  const vacancy = await openVacancy(['U.A', 'U.B'], '36.73.01');
  expect((await match(vacancy)).matchingGraduateCount).toBe(5);
  expect((await match(vacancy, '36.73')).matchingGraduateCount).toBeNull();
  expect((await match(vacancy, '61')).matchingGraduateCount).toBe(0);
});

it('does not answer for vacancies that are unknown or no longer open', async () => {
  const filled = await openVacancy(['U.A'], '36.73.01', { status: 'FILLED' });
  const past = await openVacancy(['U.A'], '36.73.01', { validUntil: '2026-06-14' });
  for (const vacancy of [filled, past, randomUUID()]) {
    expect(await match(vacancy)).toEqual({ matchingGraduateCount: null, matchingCandidates: null });
  }
});

it('gives a person another id for every vacancy, and never their own', async () => {
  const [one, other] = [await openVacancy(['U.A'], null), await openVacancy(['U.A'], null)];
  const ids = async (vacancy: string) => (await allCandidates(vacancy)).map(({ id }) => id);
  const people = await agency.sql<{ id: string }>('SELECT person_id AS id FROM certificate');
  const [first, again, elsewhere] = [await ids(one), await ids(one), await ids(other)];
  expect(again).toEqual(first);
  expect(new Set([...first, ...elsewhere, ...people.map(({ id }) => id)]).size).toBe(
    first.length + elsewhere.length + people.length,
  );
});

it('shows a recruiter candidates for vacancies of the own employer only, and those who seek work none', async () => {
  const vacancy = await openVacancy(['U.A'], null);
  const employer = randomUUID();
  await agency.sql('UPDATE vacancy_echo SET employer_id = $1 WHERE vacancy_id = $2', [employer, vacancy]);
  const shownTo = async (as: As): Promise<boolean> => {
    const { data, errors } = await agency.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Vacancy { matchingCandidates { totalCount } } } }',
      { r: [{ __typename: 'Vacancy', id: vacancy }] },
      as,
    );
    expect(errors).toBeUndefined();
    return (data?.['_entities'] as Match[])[0]?.matchingCandidates != null;
  };
  expect(await shownTo({ employer, roles: ['RECRUITER'] })).toBe(true);
  expect(await shownTo({ employer: randomUUID(), roles: ['RECRUITER'] })).toBe(false);
  expect(await shownTo({ employer: null, roles: ['RECRUITER'] })).toBe(false);
  expect(await shownTo({ employer, roles: ['CITIZEN'] })).toBe(false);
  expect(await shownTo({ roles: ['ASSOCIATION'] })).toBe(true);
});
