import { buildSchema, parse } from 'graphql';
import { clearMisfits } from './answer-check';
import { shapeOf } from './answer-shape';

const schema = buildSchema(`
  interface Named { name: String! }
  type Person implements Named { name: String! age: Int born: Date home: Place }
  type Place implements Named { name: String! size: Size tags: [String!] }
  union Thing = Person | Place
  enum Size { SMALL LARGE }
  scalar Date
  type Query { person: Person people: [Person!]! things: [Thing] grid: [[Int!]] named: Named }`);

function check(query: string, answer: Record<string, unknown>) {
  const misfits = clearMisfits(shapeOf(schema, parse(query)), answer, null);
  return { answer, misfits: misfits.map((path) => path.join('.')) };
}

describe('an answer', () => {
  it('that fits stays as it is', () => {
    const answer = {
      people: [{ name: 'A', age: 3, born: { any: 'scalar' }, home: null }],
      things: [null, { __typename: 'Place', size: 'SMALL', tags: ['a'] }, { __typename: 'Person', alias: 4 }],
      grid: [[1], null],
    };
    const query = `{ people { name age born home { name } }
      things { __typename ... on Place { size tags } ... on Person { alias: age } } grid }`;
    expect(check(query, structuredClone(answer))).toEqual({ answer, misfits: [] });
  });

  it.each([
    ['{ person { age } }', { person: { age: '3' } }, { person: { age: null } }, 'person.age'],
    ['{ person { age } }', { person: { age: 2 ** 31 } }, { person: { age: null } }, 'person.age'],
    ['{ person { name } }', { person: { name: null } }, { person: { name: null } }, 'person.name'],
    ['{ person { age } }', { person: {} }, { person: { age: null } }, 'person.age'],
    ['{ person { age } }', { person: [{ age: 1 }] }, { person: null }, 'person'],
    ['{ people { age } }', { people: { age: 1 } }, { people: null }, 'people'],
    ['{ people { age } }', { people: [{ age: 1 }, 2] }, { people: [{ age: 1 }, null] }, 'people.1'],
    ['{ grid }', { grid: [[1], [2, 'x']] }, { grid: [[1], [2, null]] }, 'grid.1.1'],
    [
      '{ person { home { ... on Place { size } } } }',
      { person: { home: { __typename: 'Place', size: 'HUGE' } } },
      { person: { home: { __typename: 'Place', size: null } } },
      'person.home.size',
    ],
    [
      '{ person { ... on Person { age } home { ... on Place { size } } } }',
      { person: { age: 1, home: {} } },
      { person: { age: 1, home: { size: null } } },
      'person.home.size',
    ],
    [
      'query { ...Q } fragment Q on Query { person { ...P } } fragment P on Person { a: age }',
      { person: { __typename: 'Person' } },
      { person: { __typename: 'Person', a: null } },
      'person.a',
    ],
  ])('%s loses what does not fit: %j', (query, given, answer, misfit) => {
    expect(check(query, given)).toEqual({ answer, misfits: [misfit] });
  });

  it.each([
    [
      'a field that may be skipped',
      'query ($s: Boolean!) { person { name age @skip(if: $s) } }',
      { person: { name: 'A' } },
    ],
    [
      'a fragment for another type',
      '{ things { __typename ... on Place { size } } }',
      { things: [{ __typename: 'Person' }] },
    ],
    [
      'an interface that the agency may not know of',
      '{ things { __typename ... on Named { name } } }',
      { things: [{ __typename: 'Person' }] },
    ],
    ['an object of a type that was not asked for', '{ things { ... on Place { size } } }', { things: [{}] }],
    [
      'a field that the supergraph does not know',
      '{ person { name } _service { sdl } }',
      { person: null, _service: { sdl: 3 } },
    ],
  ])('may leave out %s', (_name, query, answer) => {
    expect(check(query, structuredClone<Record<string, unknown>>(answer))).toEqual({ answer, misfits: [] });
  });

  it('about entities is checked by the type of each, which is the one asked for if it says none', () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { age } ... on Place { size tags } } }`;
    const shape = shapeOf(schema, parse(query));
    const answer = {
      _entities: [{ __typename: 'Person', age: 'x' }, null, { size: 'LARGE', tags: ['a', 3] }, {}, [{}]],
    };
    const asked = ['Place', 'Place', 'Place', 'Person', 'Person'].map((name) => ({ __typename: name }));
    expect(clearMisfits(shape, answer, asked)).toEqual([
      ['_entities', 0, 'age'],
      ['_entities', 2, 'tags', 1],
      ['_entities', 3, 'age'],
      ['_entities', 4],
    ]);
    expect(answer._entities[3]).toEqual({ age: null });
    expect(shape.entities?.fieldsOf('Place').map(({ key }) => key)).toEqual(['size', 'tags']);
  });
});
