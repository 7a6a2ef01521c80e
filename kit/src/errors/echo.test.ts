import { buildSchema, graphql } from 'graphql';
import { withoutEcho } from './echo';
import { withoutValue } from './variable-error';

const schema = buildSchema(`
  enum Season { DRY RAINY }
  input Wish { season: Season, count: Int }
  type Query { fruits(season: Season, count: Int, wish: Wish, names: [String]): Int, plant: Plant }
  type Plant { height: Int }
`);

async function messageOf(source: string, variableValues?: Record<string, unknown>, operationName?: string) {
  const { errors } = await graphql({ schema, source, variableValues, operationName });
  return (errors ?? []).map((error) => withoutEcho(withoutValue(error.message, error))).join('\n');
}

const SECRET = 'Siti Aminah 3673012306980001';

const SAID: readonly (readonly [string, string, Record<string, unknown>?, string?])[] = [
  ['a literal of another type', `{ fruits(count: "${SECRET}") }`],
  ['an object literal', `{ fruits(count: { a: "${SECRET}" }) }`],
  ['a string for an enum', `{ fruits(season: "${SECRET}") }`],
  ['a number as a name', '{ fruits(season: N3673012306980001) }'],
  ['a variable', 'query ($c: Int) { fruits(count: $c) }', { c: SECRET }],
  ['an enum variable', 'query ($s: Season) { fruits(season: $s) }', { s: 'Siti' }],
  ['a part of a variable', 'query ($w: Wish) { fruits(wish: $w) }', { w: { season: 'Siti' } }],
  ['a document that is none', `{ fruits } "${SECRET}"`],
  ['a string that does not end', `{ fruits(names: "${SECRET}`],
  ['an alien character', '{ fruits ? Siti }'],
  ['the name of an operation', 'query A { fruits } query B { fruits }', {}, SECRET],
];

it.each(SAID.map(([name, ...sent]) => ({ name, sent })))('says nothing of $name', async ({ sent }) => {
  const message = await messageOf(...sent);
  expect(message).not.toBe('');
  expect(message).not.toMatch(/Siti|Aminah|\d{6}/);
});

it('still says what is wrong and where', async () => {
  expect(await messageOf('{ fruits(season: SLEEPING) }')).toBe(
    'Value "SLEEPING" does not exist in "Season" enum.',
  );
  expect(await messageOf('{ plant { hight } }')).toBe('Cannot query field "hight" on type "Plant".');
  expect(await messageOf('{ plant { height }')).toBe('Syntax Error: Expected Name.');
  expect(await messageOf('query ($c: Int!) { fruits(count: $c) }')).toBe(
    'Variable "$c" of required type "Int!" was not provided.',
  );
  expect(await messageOf('query ($c: Int) { fruits(count: $c) }', { c: 'x' })).toBe(
    'Variable "$c" got an invalid value. It does not fit its type.',
  );
  const wish = 'query ($w: Wish) { fruits(wish: $w) }';
  expect(await messageOf(wish, { w: { season: 'WET' } })).toBe(
    'Variable "$w" got an invalid value at "w.season". It is no value of "Season".',
  );
  expect(await messageOf(wish, { w: { colour: 'red' } })).toBe(
    'Variable "$w" got an invalid value. Field "colour" is not defined by type "Wish".',
  );
});

it('is short, however long a name is', async () => {
  expect((await messageOf(`{ ${'a'.repeat(100_000)} }`)).length).toBeLessThan(310);
});
