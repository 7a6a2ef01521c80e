import { type House, openHouse } from '../testkit/house';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
});
afterAll(() => house.close());

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
    'a bad month',
    '{ jobSeekerBalance(form: III_1, month: "2026-13", region: "36.73") { sex } }',
    'BAD_USER_INPUT',
    /month/,
  ],
  ['two keys of one employer', '{ employer { name } }', 'BAD_USER_INPUT', /exactly one/],
];

it.each(REFUSED)('refuses %s with its code', async (_, query, code, message) => {
  const { data, errors } = await house.ask(query);
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
  expect(await house.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
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
