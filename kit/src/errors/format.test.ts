import { ApolloServer } from '@apollo/server';
import { openLog } from '../log/log';
import { DateScalar } from '../graphql/scalars';
import { secretScalar } from '../graphql/secret-scalar';
import { errorFormatter } from './format';

const NIK = '3673092306980001';
const Pin = secretScalar({
  name: 'Pin',
  description: 'Digits.',
  accepts: (value) => /^\d+$/.test(value),
  remedy: 'A Pin is digits.',
});

const server = new ApolloServer({
  typeDefs: `
    scalar Date
    scalar Pin
    enum Colour { RED }
    input Part { n: Int, on: Date, pin: Pin, colour: Colour, parts: [Part!], must: String! }
    type Query { take(part: Part, n: Int, id: ID, pin: Pin): String }`,
  resolvers: { Date: DateScalar, Pin },
  formatError: errorFormatter(openLog('test', 'silent')),
});

async function refusal(query: string, variables: Record<string, unknown> = {}) {
  const { body } = await server.executeOperation({ query, variables });
  if (body.kind !== 'single') throw new Error('not one answer');
  return body.singleResult.errors?.[0];
}

const TAKE = 'query ($part: Part) { take(part: $part) }';

it.each([
  ['n', { n: `hush ${NIK}` }, 'at "part.n"'],
  ['a number', { n: 367_309_230_698 }, 'at "part.n"'],
  ['a date', { on: 'hush' }, 'at "part.on"'],
  ['an enum', { colour: 'hush' }, 'at "part.colour"'],
  ['a text that is none', { must: { hush: '; Expected type "Int".' } }, 'at "part.must"'],
  ['a text in a list', { parts: [{ must: ['hush'] }] }, 'at "part.parts[0].must"'],
  ['no object', 'hush at "part.n"', 'value. Expected type "Part" to be an object.'],
  ['what is missing', { parts: [] }, 'Field "must" of required type "String!" was not provided.'],
  ['a field that there is not', { shoe: 'hush' }, 'Field "shoe" is not defined by type "Part".'],
  ['a pin', { pin: 'hush' }, 'A Pin is digits.'],
  ['a far day', { on: '0001-01-01' }, 'years 1900 to 2200'],
])('names the place of a bad variable and not its value: %s', async (_, part, told) => {
  const sent = typeof part === 'string' || 'parts' in part || 'must' in part ? part : { must: '', ...part };
  const error = await refusal(TAKE, { part: sent });

  expect(error?.extensions?.['code']).toBe('BAD_USER_INPUT');
  expect(error?.message).toMatch(/^Variable "\$part" got an invalid value/);
  expect(error?.message).toContain(told);
  expect(JSON.stringify(error)).not.toMatch(/hush|3673/);
});

it('refuses a literal of a secret scalar as bad input', async () => {
  const error = await refusal(`{ take(pin: "${NIK}") }`);
  expect(error).toMatchObject({
    message: 'A Pin does not stand in a document: send it as a variable.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

it.each([`{ take(n: "${NIK}") }`, `{ a${NIK} }`, `{ take(id: "${NIK}" }`])(
  'prints no population number of a document: %s',
  async (document) => {
    const error = await refusal(document);
    expect(error).toBeDefined();
    expect(JSON.stringify(error)).not.toContain(NIK);
  },
);
