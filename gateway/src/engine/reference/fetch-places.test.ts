import { buildSchema, parse } from 'graphql';
import { shapeOf } from '../../subgraph/answer-shape';
import { type Fetch, fieldsOf, placesOf } from './fetch-places';

const schema = buildSchema(`
  type Book { id: ID! copies: Int } type Film { id: ID! copies: Int reels: Int }
  type Query { a: Int b: Int }`);

const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Book { copies } ... on Film { __typename reels copies } } }`;

const fetchOf = (
  path: Fetch['path'],
  representations: Fetch['representations'],
  query = ENTITIES,
): Fetch => ({
  agency: 'stock',
  path,
  shape: shapeOf(schema, parse(query)),
  representations,
});

const book = (id: string) => ({ __typename: 'Book', id });
const film = (id: string) => ({ __typename: 'Film', id });

describe('the places of a fetch', () => {
  it('are the answer itself for root fields', () => {
    const fetch = fetchOf([], null, '{ one: a b }');
    expect(placesOf(fetch, {})).toEqual([[]]);
    expect(fieldsOf(fetch)).toEqual(['one', 'b']);
  });

  it('are those of its entities, through lists and past what is missing', () => {
    const answer = { shelves: [{ works: [book('1'), null] }, null, {}, { works: [book('2')] }] };
    const fetch = fetchOf(['shelves', '@', 'works', '@'], [book('1'), book('2')]);
    expect(placesOf(fetch, answer)).toEqual([
      ['shelves', 0, 'works', 0],
      ['shelves', 3, 'works', 0],
    ]);
  });

  it('leave out entities of other types, and name the fields of the type that was asked for', () => {
    const answer = { works: [book('1'), film('1'), book('2'), film('2')] };
    const fetch = fetchOf(['works', '@'], [film('1'), film('2')]);
    expect(placesOf(fetch, answer)).toEqual([
      ['works', 1],
      ['works', 3],
    ]);
    expect(fieldsOf(fetch)).toEqual(['reels', 'copies']);
  });

  it('have the fields of every type that was asked for, those of the first one first', () => {
    const fetch = fetchOf(['works', '@'], [book('1'), film('1')]);
    expect(fieldsOf(fetch)).toEqual(['copies', 'reels']);
  });

  it('leave out entities whose keys did not arrive', () => {
    const answer = {
      works: [
        { __typename: 'Book', id: null, maker: { id: 'x', at: [1] } },
        { ...book('1'), maker: { id: 'y', at: [2, 3] } },
      ],
    };
    const fetch = fetchOf(['works', '@'], [{ ...book('1'), maker: { at: [2, 3] } }]);
    expect(placesOf(fetch, answer)).toEqual([['works', 1]]);
  });

  it('tell apart entities that occur twice', () => {
    const answer = { works: [book('1'), film('9'), book('1')] };
    expect(placesOf(fetchOf(['works', '@'], [book('1'), book('1')]), answer)).toEqual([
      ['works', 0],
      ['works', 2],
    ]);
  });
});
