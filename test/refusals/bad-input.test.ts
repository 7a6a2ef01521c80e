import { type Asking, type House, openHouse } from '../testkit/house';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
});
afterAll(() => house.close());

const UUID = '00000000-0000-4000-8000-000000000000';

/** Bad input, the code of its refusal and a word of the message that tells what to mend. */
const REFUSED: readonly (readonly [string, string, string, RegExp])[] = [
  ['a malformed id', '{ person(id: "123") { id } }', 'BAD_USER_INPUT', /id/],
  [
    'a malformed id in a filter',
    '{ vacancies(filter: { employer: "x" }) { nodes { id } } }',
    'BAD_USER_INPUT',
    /filter\.employer/,
  ],
  [
    'an unknown enum value',
    '{ agreements(filter: { status: [SLEEPING] }) { nodes { id } } }',
    'GRAPHQL_VALIDATION_FAILED',
    /SLEEPING/,
  ],
  ['a page of 100000', '{ people(first: 100000) { nodes { id } } }', 'BAD_USER_INPUT', /first.*1 to 100/],
  [
    'a page of a billion by default',
    'query ($n: Int = 1000000000) { people(first: $n) { nodes { id } } }',
    'BAD_USER_INPUT',
    /first.*1 to 100/,
  ],
  ['a page of 0', '{ programmes(first: 0) { nodes { id } } }', 'BAD_USER_INPUT', /first/],
  [
    'an unknown region',
    '{ people(filter: { region: "99.99" }) { nodes { id } } }',
    'BAD_USER_INPUT',
    /filter\.region.*36\.73/,
  ],
  ['an unknown region by itself', '{ region(code: "99.99") { name } }', 'BAD_USER_INPUT', /code/],
  ['a foreign cursor', '{ employers(after: "WyJ4Il0") { nodes { id } } }', 'BAD_USER_INPUT', /after/],
  ['an unknown field', '{ people { nodes { shoeSize } } }', 'GRAPHQL_VALIDATION_FAILED', /shoeSize/],
  ['a syntax error', '{ people { nodes { id }', 'GRAPHQL_PARSE_FAILED', /yntax/],
  [
    'a bad date',
    '{ internships(filter: { endsFrom: "June" }) { nodes { id } } }',
    'GRAPHQL_VALIDATION_FAILED',
    /June|date/i,
  ],
  [
    'the year 0',
    '{ internships(filter: { endsFrom: "0000-01-01" }) { nodes { id } } }',
    'GRAPHQL_VALIDATION_FAILED',
    /1900 to 2200/,
  ],
  ...['0000-01', '2201-01'].flatMap((month): (readonly [string, string, string, RegExp])[] => [
    [
      `the month ${month} of job seekers`,
      `{ jobSeekerBalance(form: III_1, month: "${month}", region: "36.73") { sex } }`,
      'BAD_USER_INPUT',
      /month.*YYYY-MM/,
    ],
    [
      `the month ${month} of vacancies`,
      `{ vacancyBalance(form: III_4, month: "${month}", region: "36.73") { sex } }`,
      'BAD_USER_INPUT',
      /month.*YYYY-MM/,
    ],
  ]),
  [
    'a bad month',
    '{ jobSeekerBalance(form: III_1, month: "2026-13", region: "36.73") { sex } }',
    'BAD_USER_INPUT',
    /month/,
  ],
  ['two keys of one employer', '{ employer { name } }', 'BAD_USER_INPUT', /exactly one/],
];

/** Arguments that take a list, each with the path under which too long a list is refused and one value that fits. */
const LISTS: readonly (readonly [string, string, string, string])[] = [
  ['vacancies(filter: { occupations: $list }) { nodes { id } }', 'ID', 'filter.occupations', '7212'],
  [
    'vacancies(filter: { competencyUnits: $list }) { nodes { id } }',
    'ID',
    'filter.competencyUnits',
    'C.241.001',
  ],
  ['employers(filter: { industries: $list }) { nodes { id } }', 'ID', 'filter.industries', 'C24'],
  ['skillDemands(filter: { occupations: $list }) { nodes { id } }', 'ID', 'filter.occupations', '7212'],
  ['investmentNeeds(industries: $list) { nodes { id } }', 'ID', 'industries', 'C24'],
  ['placements(filter: { countries: $list }) { nodes { id } }', 'String', 'filter.countries', 'JP'],
  ['certificates(filter: { programmes: $list }) { nodes { id } }', 'ID', 'filter.programmes', UUID],
  [
    'certificates(filter: { competencyUnits: $list }) { nodes { id } }',
    'ID',
    'filter.competencyUnits',
    'C.241.001',
  ],
  ['certificates(filter: { qualifiers: $list }) { nodes { id } }', 'String', 'filter.qualifiers', '6GR'],
  ['classes(filter: { programmes: $list }) { nodes { id } }', 'ID', 'filter.programmes', UUID],
  [
    'classes(filter: { competencyUnits: $list }) { nodes { id } }',
    'ID',
    'filter.competencyUnits',
    'C.241.001',
  ],
  [
    'programmes(filter: { competencyUnits: $list }) { nodes { id } }',
    'ID',
    'filter.competencyUnits',
    'C.241.001',
  ],
  ['people(filter: { interestedIn: $list }) { nodes { id } }', 'ID', 'filter.interestedIn', '7212'],
  ['people(filter: { countries: $list }) { nodes { id } }', 'String', 'filter.countries', 'JP'],
  [
    'overseasCaseSummary(filter: { countries: $list }, groupBy: []) { count }',
    'String',
    'filter.countries',
    'JP',
  ],
  ['localHireSummary(filter: { industries: $list }, groupBy: []) { met }', 'ID', 'filter.industries', 'C24'],
  ['internships(filter: { occupations: $list }) { nodes { id } }', 'ID', 'filter.occupations', '7212'],
  ['indicators(filter: { regions: $list }) { nodes { id } }', 'ID', 'filter.regions', '36.73'],
  ['regions(filter: { codes: $list }) { nodes { code } }', 'ID', 'filter.codes', '36.73'],
  ['occupations(filter: { codes: $list }) { nodes { code } }', 'ID', 'filter.codes', '7212'],
  ['industries(filter: { codes: $list }) { nodes { code } }', 'ID', 'filter.codes', 'C24'],
];

/** Somebody to whom the filter is open, so that what is wrong with it is heard of. */
function askerOf(query: string): Asking {
  if (query.includes('certificates(')) return { login: 'admissions', purpose: 'TRAINING' };
  if (query.includes('placements(')) return { login: 'apindo' };
  return query.includes('internships(') ? { login: 'recruiter' } : {};
}

describe.each(LISTS)('%s', (field, type, path, value) => {
  const ask = (list: readonly string[]): ReturnType<House['ask']> =>
    house.ask(`query ($list: [${type}!]) { ${field} }`, { list }, askerOf(field));

  it('takes 100 values', async () => {
    expect((await ask(Array<string>(100).fill(value))).errors).toBeUndefined();
  });

  it.each([101, 20_000])('refuses %d values in one sentence, without looking at them', async (length) => {
    const { errors } = await ask(Array<string>(length).fill('\u0000'));
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toBe(`${path}: has too many values. Give at most 100.`);
  });

  it('names a list once, however many of its values are malformed', async () => {
    const { errors } = await ask(Array<string>(100).fill('\u0000'));
    expect(errors?.[0]?.extensions['problems']).toHaveLength(1);
  });
});

it.each(REFUSED)('refuses %s with its code', async (_, query, code, message) => {
  const { data, errors } = await house.ask(query, {}, askerOf(query));
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(errors?.[0]?.message).toMatch(message);
  expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
});

it('names all bad fields of one input at once', async () => {
  const { errors } = await house.ask(
    '{ people(first: 500, filter: { office: "x", region: "00", minDaysInStage: -1 }) { nodes { id } } }',
  );
  const problems = errors?.[0]?.extensions['problems'] as { path: string[] }[];
  expect(problems.map(({ path }) => path.join('.')).sort()).toEqual([
    'filter.minDaysInStage',
    'filter.office',
    'filter.region',
    'first',
  ]);
});

it('refuses a body of 5 MB with 413 and goes on serving', async () => {
  const response = await fetch(`${house.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }', variables: { padding: 'x'.repeat(5_000_000) } }),
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  expect(await house.ask('{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
});

it('keeps an unknown key of an input out', async () => {
  const { errors } = await house.ask(
    'mutation ($input: PostVacancyInput!) { postVacancy(input: $input) { __typename } }',
    {
      input: { idempotencyKey: 'k', employer: 'e', title: 't', openings: 1, scheme: 'EMPLOYMENT', salary: 5 },
    },
  );
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.message).toMatch(/salary/);
});
