import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { Disclosure, RowDisclosure } from '../audit/disclosures';
import { openClock } from '../clock/clock';
import { AccessExplanation } from '../explanation/access-explanation';
import { type Identity, anonymous } from '../identity/identity';
import { PolicySource, fixedGrants } from '../policy/policy-source';
import { STRANGER, type Standing } from '../policy/reach';
import { PERSONAL_DIRECTIVE, PERSONAL_ENUMS } from '../graphql/federation-sdl';
import { guardSchema } from '../graphql/guard/guard';
import type { GuardedContext } from '../graphql/guard/request-guard';

const SDL = `
  type Query {
    people(filter: PersonFilter, ids: [String!], name: String @personal(category: IDENTITY)): [Person!]
    page(filter: PersonFilter, ids: [String!]): PersonConnection!
    candidates: [MatchCandidate!]
    pair: Pair
  }
  input PersonFilter { stage: String @personal(category: HISTORY), region: String @personal(category: CONTACT), any: [PersonFilter!], page: Int }
  type Person {
    id: ID!
    name: String @personal(category: IDENTITY, mask: PARTIAL)
    born: String @personal(category: IDENTITY, mask: YEAR)
    sex: String @personal(category: IDENTITY, mask: NONE)
    contact: Contact @personal(category: CONTACT, mask: PARTIAL)
    places: [Place!] @personal(category: CONTACT, mask: BAND)
    steps: [Step!] @personal(category: HISTORY, mask: HIDE)
    loan: String @personal(category: SPECIFIC, mask: HIDE)
    offers: OfferConnection @personal(category: HISTORY, mask: HIDE)
  }
  type PersonConnection { edges: [PersonEdge!]!, nodes: [Person!]!, totalCount: Int }
  type PersonEdge { cursor: String!, node: Person! }
  type Contact { phone: String @personal(category: CONTACT, mask: PARTIAL), mail: String @personal(category: CONTACT, mask: HIDE) }
  type Place { code: ID!, name: String }
  type OfferConnection { edges: [OfferEdge!]!, nodes: [Offer!]! }
  type OfferEdge { node: Offer! }
  type Offer { fit: Int @personal(category: HISTORY, mask: HIDE) }
  type Step { stage: String @personal(category: HISTORY, mask: NONE), since: String @personal(category: HISTORY, mask: YEAR) }
  type MatchCandidate { id: ID!, city: Place @personal(category: CONTACT, mask: BAND), until: String @personal(category: HISTORY, mask: YEAR) }
  type Pair { likeness: Float @personal(category: IDENTITY, mask: HIDE) }
`;

const SHARED_CONTACT = Object.freeze({ phone: '+62 812 3456 7890', mail: 'sari@example.id' });
export const RESOLVED: string[] = [];
const person = (id: string) => ({
  ...{ id, name: 'Sari Dewi Lestari', born: '1999-08-17', sex: 'FEMALE' },
  loan: id === 'mine' ? null : 'yes',
  // One object for all, as a cache would have it: whom it is about is told by the way to it.
  contact: () => Promise.resolve(SHARED_CONTACT),
  places: () => {
    RESOLVED.push(id);
    return [{ code: '36.73.01.1002', name: 'Kelurahan' }];
  },
  steps: [{ stage: 'TRAINED', since: '2026-03-02' }],
  offers: { edges: [{ node: { fit: 3 } }], nodes: [{ fit: 3 }] },
});

const people = {
  Person: ({ id }: { id: string }) => id,
  MatchCandidate: ({ whom }: { whom: string | null }) => whom,
  Pair: ({ both }: { both: string[] }) => both,
};

function schemaOf(sdl: string): GraphQLSchema {
  return buildSubgraphSchema({
    typeDefs: parse(sdl + PERSONAL_DIRECTIVE + PERSONAL_ENUMS),
    resolvers: {
      Query: {
        people: (_: unknown, { ids = ['own'] }: { ids?: string[] }) => ids.map(person),
        page: (_: unknown, { ids = ['own'] }: { ids?: string[] }) => {
          const edges = ids.map((id) => ({ cursor: id, node: person(id) }));
          return { edges, nodes: edges.map(({ node }) => node), totalCount: ids.length };
        },
        candidates: () => [
          { id: 'c', whom: 'stranger', city: { code: '36.73', name: 'Kota' }, until: '2027-01-31' },
          { id: 'd', whom: null, city: { code: '36.73' }, until: '2027-01-31' },
        ],
        pair: () => ({ likeness: 0.9, both: ['own', 'stranger'] }),
      },
    },
  });
}

const schema = schemaOf(SDL);
guardSchema(schema, people);

const GRANT: BundleGrant = {
  ...{ id: 'grant', version: 2, agreement: 'D1', clause: '4', provider: 'office', recipient: 'centre' },
  ...{ categories: ['HISTORY', 'CONTACT'], purposes: ['TRAINING'], regions: [], onlyUnderAgreement: true },
  ...{ fields: ['Person.steps', 'Step.stage', 'Person.contact', 'Contact.phone'], legalBasis: 'PUBLIC_TASK' },
  ...{ validFrom: '2026-01-02', validTo: null, countersignatures: [] },
};

export const identity = (more: Partial<Identity>): Identity => ({
  ...anonymous,
  subject: 's',
  client: 'c',
  ...more,
});
const CASEWORKER = identity({ organization: 'office', roles: ['CASEWORKER'] });
const AUDITOR = identity({ organization: 'office', roles: ['AUDITOR'] });
const ADMISSIONS = identity({ organization: 'centre', roles: ['ADMISSIONS'] });
export const RECRUITER = identity({ employer: 'factory', roles: ['RECRUITER'] });

const policies = new PolicySource(['office'], fixedGrants({ version: 1, grants: [GRANT] }));
const STANDINGS: Readonly<Record<string, Standing>> = {
  own: { ...STRANGER, relations: ['OWN'] },
  mine: { ...STRANGER, relations: ['OWN'] },
  shared: { ...STRANGER, grants: [GRANT] },
};

export interface Asked {
  readonly as: Identity;
  readonly for: GuardedContext['purpose'];
  /** Whether the answer is to explain itself. */
  readonly explains?: boolean;
}

/** A request of somebody, and what is put on record of it. */
export function requestOf({ as, for: purpose, explains = false }: Asked) {
  const [disclosed, refused, listed]: [Disclosure[], string[], RowDisclosure[]] = [[], [], []];
  const add = (disclosure: Disclosure) => void disclosed.push(disclosure);
  const disclosures = {
    ...{ add, listed: (row: RowDisclosure) => void listed.push(row), closed: false },
    refused: (coordinate: string) => void refused.push(coordinate),
  };
  const caller = { identity: as, purpose, clock: openClock('2026-06-15'), policy: policies.current() };
  const explanation = new AccessExplanation('labor-office', caller);
  const ctx: GuardedContext = {
    ...{ ...caller, disclosures },
    ...(explains ? { explanation } : {}),
    standing: (id) => Promise.resolve(STANDINGS[id] ?? STRANGER),
  };
  return { ctx, disclosures, disclosed, refused, listed, explanation };
}

export async function ask(
  source: string,
  asked: Asked | ReturnType<typeof requestOf>,
  variables: Record<string, unknown> = {},
) {
  const { ctx, disclosed, refused, listed, explanation } = 'ctx' in asked ? asked : requestOf(asked);
  const result: ExecutionResult = await graphql({
    ...{ schema, source, contextValue: ctx },
    variableValues: variables,
  });
  const data = JSON.parse(JSON.stringify(result.data)) as Record<string, unknown>;
  const errors = (result.errors ?? []).map(({ path, extensions }) => ({ path, ...extensions }));
  return { data, errors, disclosed, refused, listed, access: explanation.list() };
}

export const all = (ids: string) =>
  `{ people(ids: ${ids}) { id name born sex contact { phone mail } places { code name } steps { stage since } } }`;
export const PLACEMENT: Asked = { as: CASEWORKER, for: 'PLACEMENT' };
export const TRAINING: Asked = { as: ADMISSIONS, for: 'TRAINING' };
export const AUDIT: Asked = { as: AUDITOR, for: 'AUDIT' };
