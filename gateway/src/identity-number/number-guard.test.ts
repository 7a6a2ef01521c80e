import { type OperationDefinitionNode, buildSchema, getOperationAST, parse } from 'graphql';
import type { EngineResult } from '../engine/engine';
import { NumberGuard } from './number-guard';

const NIK = '3673092306980001';

const guard = new NumberGuard(
  buildSchema(`
    scalar NIK
    scalar Json
    input Note { text: String, notes: [Note!], nik: NIK, niks: [NIK!], any: Json }
    interface Named { name: String!, alias: String }
    type Person implements Named { id: ID!, name: String!, alias: String, likes: [String!], maybe: [String], notes: Json, friend: Person }
    type Firm implements Named { name: String!, alias: String, score: Float }
    type RevealedNik { nik: String, name: String }
    union Outcome = RevealedNik | Person
    type Query { take(text: String, n: Float, note: Note, nik: NIK, niks: [NIK!], ids: [ID!]): String, named: [Named], me: Person, must: Person!, out: Outcome }
  `),
);

function operationOf(query: string): {
  document: ReturnType<typeof parse>;
  operation: OperationDefinitionNode;
} {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  return { document, operation };
}

describe('on the way in', () => {
  const QUERY = `query ($text: String, $n: Float, $note: Note, $nik: NIK!, $niks: [NIK!], $ids: [ID!]) {
    take(text: $text, n: $n, note: $note, nik: $nik, niks: $niks, ids: $ids) }`;
  const refusal = (query: string, variables: Record<string, unknown> = {}) =>
    guard.refusal({ ...operationOf(query), variables });

  it.each<[string, Record<string, unknown>, string]>([
    ['a text', { text: NIK }, 'text'],
    ['a text among words', { text: `NIK: ${NIK}!` }, 'text'],
    ['groups', { text: '3673 0923 0698 0001' }, 'text'],
    ['a number', { n: Number(NIK) }, 'n'],
    ['a field', { note: { text: NIK } }, 'note.text'],
    ['a field of a field', { note: { notes: [{ text: 'a' }, { text: NIK }] } }, 'note.notes.1.text'],
    ['a field that does not exist', { note: { other: { deep: [NIK] } } }, 'note.other.deep.0'],
    ['the name of a field', { note: { [NIK]: 1 } }, 'note'],
    ['a scalar that takes anything', { note: { any: { a: { b: NIK } } } }, 'note.any.a.b'],
    ['a list', { ids: ['a', NIK] }, 'ids.1'],
    ['one value for a list', { ids: NIK }, 'ids'],
    ['a variable that is not declared', { more: NIK }, 'more'],
    ['the name of a variable', { [NIK]: NIK }, '…'],
  ])('refuses %s and names the place only', (_, variables, place) => {
    const error = refusal(QUERY, variables);
    expect(error?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ path: place.split('.'), message: expect.stringContaining('(NIK)') as string }],
    });
    expect(JSON.stringify(error)).not.toMatch(/3673/);
  });

  it('names every place at once', () => {
    const error = refusal(QUERY, { text: NIK, note: { text: NIK } });
    expect(error?.extensions['problems']).toHaveLength(2);
  });

  it('lets inputs of the type through, and what only looks similar', () => {
    const note = { nik: NIK, niks: [NIK], notes: [{ nik: NIK }], text: '0'.repeat(16) };
    expect(refusal(QUERY, { nik: NIK, niks: [NIK], note, text: `1${NIK}`, n: 1e300 })).toBeNull();
    expect(refusal(QUERY, { nik: '', niks: NIK })).toBeNull();
  });

  it.each([
    [`{ take(text: "${NIK}") }`, 'text'],
    ['{ take(text: "\\u0033673092306980001") }', 'text'],
    [`{ take(n: ${NIK}) }`, 'n'],
    [`{ take(n: ${NIK}.0) }`, 'n'],
    [`{ take(note: { notes: [{ text: "${NIK}" }] }) }`, 'note.notes.text'],
    [`query ($text: String = "${NIK}") { take(text: $text) }`, 'text'],
    [`{ a${NIK}: take }`, 'query'],
    [`query a${NIK} { take }`, 'query'],
    [`{ take @include(if: true) ... on Query @skip(if: false) { x: take(text: "${NIK}") } }`, 'text'],
  ])('refuses the document %s', (query, place) => {
    const error = refusal(query);
    expect(error?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ path: place.split('.') }],
    });
    expect(JSON.stringify(error)).not.toContain(NIK.slice(1));
  });

  it.each([
    '{ take(nik: "1") }',
    '{ take(niks: ["1"]) }',
    '{ take(nik: 1) }',
    '{ take(note: { nik: "1" }) }',
  ])('refuses any literal of the type: %s', (query) => {
    expect(refusal(query)?.message).toMatch(/nik.*: is of type NIK.*Send it as a variable\./);
  });
});

describe('on the way out', () => {
  const clean = (query: string, data: EngineResult['data']) =>
    guard.answer({ ...operationOf(query), variables: {} }, { data, errors: [] });
  const told = ({ data, errors }: EngineResult) => ({
    data,
    errors: errors.map(({ path, extensions, message }) => [message.split(' ')[0], path, extensions['count']]),
  });

  it('nulls the value alone, with one error per coordinate', () => {
    const { errors, ...result } = clean('{ me { id alias friend { alias name } } }', {
      me: { id: '1', alias: NIK, friend: { alias: `a ${NIK}`, name: 'b' } },
    });
    expect(told({ ...result, errors })).toEqual({
      data: { me: { id: '1', alias: null, friend: { alias: null, name: 'b' } } },
      errors: [['Person.alias', ['me', 'friend', 'alias'].slice(0, 1).concat('alias'), 2]],
    });
    expect(errors[0]?.extensions['code']).toBe('REDACTED');
    expect(JSON.stringify(errors)).not.toContain(NIK);
  });

  it.each<[string, string, EngineResult['data'], EngineResult['data']]>([
    ['an object', '{ me { id name } }', { me: { id: '1', name: NIK } }, { me: null }],
    ['the whole answer', '{ must { name } }', { must: { name: NIK } }, null],
    ['a list', '{ me { likes } }', { me: { likes: ['a', NIK] } }, { me: { likes: null } }],
    ['an item', '{ me { maybe } }', { me: { maybe: ['a', NIK] } }, { me: { maybe: ['a', null] } }],
    [
      'an object inside a scalar',
      '{ me { notes } }',
      { me: { notes: { a: [NIK] } } },
      { me: { notes: null } },
    ],
    [
      'an object of a type that is not told',
      '{ named { ... on Firm { x: name } ... on Person { x: name y: alias } } }',
      { named: [{ x: NIK }, { x: 'a', y: NIK }] },
      { named: [null, { x: 'a', y: null }] },
    ],
    [
      'a number',
      '{ named { ... on Firm { score } } }',
      { named: [{ score: Number(NIK) }] },
      { named: [{ score: null }] },
    ],
    [
      'what a fragment asked',
      'fragment F on Person { friend { z: name } } { me { ...F } }',
      { me: { friend: { z: NIK } } },
      { me: { friend: null } },
    ],
  ])('spreads the null as the schema says: %s', (_, query, data, expected) => {
    const result = clean(query, data);
    expect(result.data).toEqual(expected);
    expect(new Set(result.errors.map(({ extensions }) => extensions['code']))).toEqual(new Set(['REDACTED']));
  });

  it('lets the one field through whose business it is, and no other of its type', () => {
    const query = '{ out { ... on RevealedNik { nik name } } }';
    expect(clean(query, { out: { nik: NIK, name: NIK } }).data).toEqual({ out: { nik: NIK, name: null } });
    const other = '{ out { ... on Person { nik: alias } } }';
    expect(clean(other, { out: { nik: NIK } }).data).toEqual({ out: { nik: null } });
  });

  it('leaves an answer without one as it is', () => {
    const data = { me: { id: '36730923-0698-4001-8abc-123456789012', alias: '0'.repeat(16) } };
    expect(clean('{ me { id alias } }', data).data).toBe(data);
  });

  it('prints errors without one, wherever it stands', () => {
    const error = {
      message: `no ${NIK}`,
      path: ['a', 0],
      extensions: { code: 'X', [NIK]: [{ n: Number(NIK) }] },
    };
    expect(guard.error(error)).toEqual({
      message: 'no [NIK]',
      path: ['a', 0],
      extensions: { code: 'X', '[NIK]': [{ n: '[NIK]' }] },
    });
  });
});
