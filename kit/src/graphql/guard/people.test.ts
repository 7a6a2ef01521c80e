import { buildSchema } from 'graphql';
import { PERSONAL_DIRECTIVE, PERSONAL_ENUMS } from '../federation-sdl';
import { heirsIn } from './people';

const SDL = `
  type Query { person: Person }
  type Person {
    name: String @personal(category: IDENTITY, mask: PARTIAL)
    contact: Contact @personal(category: CONTACT, mask: PARTIAL)
    offers: OfferConnection @personal(category: HISTORY, mask: HIDE)
  }
  type Contact { phone: Phone @personal(category: CONTACT, mask: HIDE) }
  type Phone { number: String @personal(category: CONTACT, mask: PARTIAL) }
  type OfferConnection { edges: [OfferEdge!]! }
  type OfferEdge { node: Offer! }
  type Offer { fit: Int @personal(category: HISTORY, mask: HIDE) }
`;
const people = { Person: ({ id }: { id: string }) => id };
const heirs = (sdl = SDL, about: Parameters<typeof heirsIn>[1] = people) =>
  [...heirsIn(buildSchema(sdl + PERSONAL_DIRECTIVE + PERSONAL_ENUMS), about)].sort();

it('finds the types that are about whomever leads to them, at any depth, and through pages', () => {
  expect(heirs()).toEqual(['Contact', 'Offer', 'Phone']);
});

it.each<[string, string, string]>([
  [
    'by an open root field',
    SDL.replace('person: Person', 'person: Person contact: Contact'),
    'Contact: nothing tells',
  ],
  [
    'by an open field',
    SDL.replace('contact: Contact @personal(category: CONTACT, mask: PARTIAL)', 'contact: Contact'),
    'Contact: nothing tells',
  ],
  [
    'by an open page',
    SDL.replace('person: Person', 'person: Person offers: OfferConnection'),
    'Offer: nothing tells',
  ],
  [
    'in a union',
    `${SDL} union Any = Contact | Person extend type Query { any: Any }`,
    'Contact: nothing tells',
  ],
  ['by nothing', `${SDL} type Diary { page: String @personal(category: HISTORY) }`, 'Diary: nothing tells'],
  [
    'on a root',
    SDL.replace('person: Person', 'person: Person name: String @personal(category: IDENTITY)'),
    'Query: nothing tells',
  ],
  ['and is never null', SDL.replace('name: String @', 'name: String! @'), 'Person.name: make it nullable'],
  [
    'and shown to strangers',
    SDL.replaceAll('Contact', 'MatchCandidate'),
    'MatchCandidate: shown to strangers',
  ],
])('refuses what is reached %s', (_, sdl, fault) => {
  expect(() => heirs(sdl)).toThrow(fault);
});

it('refuses a list of people that names what is not there', () => {
  expect(() => heirs(SDL, { ...people, Nobody: () => null })).toThrow('Nobody: no such type');
  expect(() => heirs(SDL, {})).toThrow('Person: nothing tells');
});
