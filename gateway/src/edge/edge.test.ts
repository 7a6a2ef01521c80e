import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { anonymous } from '@simpul/kit/identity/identity';
import type { Role } from '@simpul/schema/contract/identity';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { BUDGETS } from './budgets';
import { documentId } from './documents';
import { Edge } from './edge';
import { type EdgePolicy, OPEN_POLICY, housePolicy } from './edge-policy';
import { RegisteredOperations } from './registered-operations';

const ROOT = join(__dirname, '../../../schema');
const supergraphSdl = readFileSync(join(ROOT, 'supergraph.graphql'), 'utf8');
const schema = buildSchema(readFileSync(join(ROOT, 'api.graphql'), 'utf8'));
const QUESTIONS = join(ROOT, '../test/journeys/questions');

let registered: RegisteredOperations;
let now = 0;
beforeAll(async () => {
  registered = await RegisteredOperations.load(join(ROOT, 'operations'));
});

const edgeWith = (policy: Partial<EdgePolicy> = {}) =>
  new Edge({
    policy: { ...housePolicy('any'), now: () => now, ...policy },
    registered,
    schema,
    supergraphSdl,
  });
const caller = (role?: Role, account = 'a', organization: string | null = null) => ({
  identity: role ? { ...anonymous, subject: account, organization, roles: [role] } : anonymous,
  address: account === 'a' ? '127.0.0.1' : account,
});
const costOf = (query: string, variables: Record<string, unknown> = {}) =>
  (edgeWith().admit({ query, variables }, caller('DEVELOPER')).extensions['cost'] as { requested: number })
    .requested;
const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error;

describe('the cost of an operation', () => {
  it('counts rows asked for, objects, and what is declared dear', () => {
    expect(costOf('{ __typename }')).toBe(1);
    expect(costOf('{ agreements { nodes { title } } }')).toBe(1 + 20);
    expect(costOf('{ agreements(first: 7) { nodes { title } } }')).toBe(1 + 7);
    expect(costOf('query ($n: Int = 5) { agreements(first: $n) { nodes { title } } }')).toBe(1 + 5);
    expect(costOf('query ($n: Int) { agreements(first: $n) { nodes { title } } }', { n: 9 })).toBe(1 + 9);
    expect(costOf('{ agreements(first: 7) { totalCount } }')).toBe(1 + 10);
    expect(costOf('{ journeySummary { count } }')).toBe(50 + 10);
    expect(
      costOf('{ a: agreements(first: 7) { ...F } } fragment F on AgreementConnection { nodes { id } }'),
    ).toBe(8);
  });

  it('is multiplied by aliases and nested pages', () => {
    expect(costOf('{ a: agreement(id: 1) { id } b: agreement(id: 2) { id } }')).toBe(2);
    const nested = '{ employers(first: 10) { nodes { vacancies(first: 10) { nodes { id } } } } }';
    expect(costOf(nested)).toBe(1 + 10 * (1 + 1 + 10));
  });

  it('cannot be talked down', () => {
    expect(costOf('{ agreements(first: -1000) { nodes { title } } }')).toBe(11);
    const query =
      'query ($n: Int) { a: agreements(first: 0) { nodes { id } } b: agreements(first: $n) { nodes { id } } }';
    const request = { query, variables: { n: Infinity } };
    expect(() => edgeWith(OPEN_POLICY).admit(request, caller('DEVELOPER'))).toThrow(
      refusal('OPERATION_TOO_COMPLEX', /cost of developer clients/),
    );
  });

  it('of a page is that of the largest there is: its agency refuses a larger one', () => {
    const page = (first: number) => costOf(`{ agreements(first: ${String(first)}) { nodes { id } } }`);
    expect(page(100)).toBe(101);
    expect(page(100_000)).toBe(101);
  });

  it('of every question fits what an agency may spend', () => {
    const costs = readdirSync(QUESTIONS).map((file) => costOf(readFileSync(join(QUESTIONS, file), 'utf8')));
    expect(costs).toHaveLength(32);
    expect(Math.max(...costs)).toBeLessThan(BUDGETS.ofClass.AGENCY.budget);
  });

  it('of every public operation fits what the public may spend', () => {
    const folder = join(ROOT, 'operations/public');
    for (const file of readdirSync(folder)) {
      const query = readFileSync(join(folder, file), 'utf8');
      expect([file, edgeWith().admit({ query }, caller()).operation.query]).toEqual([file, query]);
    }
  });

  it('is reported with what is left, and bounded by the class', () => {
    const query =
      '{ people(first: 100) { nodes { vacancies: id } } employers(first: 100) { nodes { vacancies(first: 100) { nodes { id } } } } }';
    expect(edgeWith().admit({ query }, caller('CASEWORKER')).extensions).toEqual({
      cost: { requested: 10_302, budget: 100_000, remaining: 5_000_000 - 10_302 },
    });
    const dear = query.replace(/(employers.*) \}$/, 'a: $1 b: $1 }');
    expect(() => edgeWith().admit({ query: dear }, caller())).toThrow(
      refusal('OPERATION_TOO_COMPLEX', /cost of public clients, 15000\. It would cost 20503.*fewer rows/),
    );
  });
});

describe('the structure of an operation', () => {
  const spread = (n: number) =>
    Array.from({ length: n }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ');
  it.each([
    [
      'aliases',
      `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      /aliases of a document, 30/,
    ],
    ['directives', `{ __typename ${'@skip(if: false) '.repeat(31)} }`, /directives of a document, 30/],
    [
      'operations',
      Array.from({ length: 11 }, (_, i) => `query A${i} { __typename }`).join(' '),
      /operations of a document, 10/,
    ],
    [
      'fragments',
      `{ __typename } ${Array.from({ length: 51 }, (_, i) => `fragment F${i} on Query { __typename }`).join(' ')}`,
      /fragments of a document, 50/,
    ],
    [
      'variables',
      `query (${Array.from({ length: 51 }, (_, i) => `$v${i}: Int`).join(' ')}) { __typename }`,
      /variables of a document, 50/,
    ],
    [
      'root fields',
      `{ ${Array.from({ length: 21 }, (_, i) => `f${i}`).join(' ')} }`,
      /fields at the root, 20/,
    ],
    ['depth', `${'{ a '.repeat(16)}${'}'.repeat(16)}`, /depth of fields, 15/],
    [
      'depth through fragments',
      `{ ...A } fragment A on Query ${'{ a '.repeat(8)} ...B ${'}'.repeat(8)} fragment B on Query ${'{ b '.repeat(9)}${'}'.repeat(9)}`,
      /depth of fields, 15/,
    ],
    [
      'depth through inline fragments of unused fragments',
      `{ a } fragment A on Query ${'{ ... { a '.repeat(16)}${'} }'.repeat(16)}`,
      /depth of fields, 15/,
    ],
    ['repetitions', `{ a { ${'b '.repeat(51)} } }`, /repetitions of a field at one place, 50/],
    [
      'repetitions over parents',
      `{ ${'a { b b b b b b } '.repeat(9)} }`,
      /repetitions of a field at one place, 50/,
    ],
    ['doubling fragments', `{ ...F0 } ${spread(20)} fragment F20 on Query { ...F20 }`, /selections.*5000/],
  ])('is bounded: %s', (_name, query, message) => {
    for (const policy of [housePolicy('any'), OPEN_POLICY])
      expect(() => edgeWith(policy).admit({ query }, caller('DEVELOPER'))).toThrow(
        refusal('OPERATION_TOO_COMPLEX', message),
      );
  });

  it('may be circular as far as the edge cares, and unreadable', () => {
    const circle = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A a { ...A } }';
    expect(edgeWith().admit({ query: circle }, caller()).operation.query).toBe(circle);
    expect(edgeWith().admit({ query: '{ a ' }, caller()).operation.query).toBe('{ a ');
  });
});

describe('the schema', () => {
  it.each([getIntrospectionQuery(), '{ ...F } fragment F on Query { t: __type(name: "A") { name } }'])(
    'is read by developers only: %s',
    (query) => {
      expect(edgeWith().admit({ query }, caller('DEVELOPER')).operation).toEqual({ query });
      expect(edgeWith(OPEN_POLICY).admit({ query }, caller())).toEqual({
        operation: { query },
        extensions: {},
      });
      for (const role of [undefined, 'CASEWORKER', 'AUDITOR'] as const)
        expect(() => edgeWith().admit({ query }, caller(role))).toThrow(
          refusal('INTROSPECTION_FORBIDDEN', /DEVELOPER/),
        );
    },
  );
});

describe('registered operations', () => {
  const text = readFileSync(join(ROOT, 'operations/public/agreements.graphql'), 'utf8');
  const strict = () => edgeWith({ publicOperations: 'registered' });

  it('are all that the public may run, however they are laid out', () => {
    const variables = { after: null };
    expect(strict().admit({ query: text, variables }, caller()).operation.variables).toBe(variables);
    const squeezed = text.replaceAll(/#.*\n/g, '').replaceAll(/\s+/g, ' ');
    expect(strict().admit({ query: squeezed }, caller()).operation.query).toBe(squeezed);
    for (const query of ['{ __typename }', text.replace('title', 'title form'), '{ broken'])
      expect(() => strict().admit({ query }, caller())).toThrow(
        refusal('OPERATION_NOT_REGISTERED', /schema\/operations\/public, or sign in/),
      );
    expect(strict().admit({ query: '{ __typename }' }, caller('RECRUITER')).operation.query).toBe(
      '{ __typename }',
    );
  });

  it('may be named instead of sent, by the classes they are for', () => {
    const own = new RegisteredOperations();
    own.add('AGENCY', '{ agreements { nodes { id } } }', 'here');
    const edge = new Edge({ policy: housePolicy('any'), registered: own, schema, supergraphSdl });
    const named = { documentId: documentId('{ agreements { nodes { id } } }') };
    expect(edge.admit(named, caller('HEAD')).operation).toEqual({ query: '{ agreements { nodes { id } } }' });
    expect(edge.admit(named, caller('DEVELOPER')).operation.query).toContain('agreements');
    for (const role of [undefined, 'RECRUITER'] as const)
      expect(() => edge.admit(named, caller(role))).toThrow(
        refusal('OPERATION_NOT_REGISTERED', /documentId/),
      );
    expect(strict().admit({ documentId: documentId(text) }, caller()).operation.query).toBe(text);
  });
});

describe('the rate', () => {
  const query = '{ agreements(first: 100) { nodes { id } } }';
  const budgets = {
    ...BUDGETS,
    ofClass: {
      ...BUDGETS.ofClass,
      PUBLIC: { budget: 101, burst: 202, perSecond: 50 },
      AGENCY: { budget: 101, burst: 202, perSecond: 50 },
    },
    ofOrganization: { burst: 303, perSecond: 50 },
  };
  const limited = expect.objectContaining({
    code: 'RATE_LIMITED',
    status: 429,
    headers: { 'retry-after': '1' },
  }) as Error;

  it('is by cost, for each address, and comes back with time', () => {
    const edge = edgeWith({ budgets });
    edge.admit({ query }, caller());
    edge.admit({ query }, caller());
    expect(() => edge.admit({ query }, caller())).toThrow(limited);
    expect(() => edge.admit({ query: '{ __typename }' }, caller())).toThrow(
      refusal('RATE_LIMITED', /used up/),
    );
    edge.admit({ query }, caller(undefined, '127.0.0.2'));
    now += 2000;
    expect(() => edge.admit({ query }, caller())).toThrow(refusal('RATE_LIMITED', /used up/));
    now += 20;
    edge.admit({ query }, caller());
  });

  it('is spent on what is refused, too, by its length', () => {
    const edge = edgeWith({ budgets });
    const dear = '{ agreements(first: 100) { nodes { id parties { role } } } }';
    const attempt = () => edge.admit({ query: dear.padEnd(2000) }, caller());
    expect(attempt).toThrow(refusal('OPERATION_TOO_COMPLEX', /cost of public clients/));
    expect(attempt).toThrow(refusal('OPERATION_TOO_COMPLEX', /cost of public clients/));
    expect(attempt).toThrow(refusal('RATE_LIMITED', /used up/));
  });

  it('is one for all addresses of an IPv6 network', () => {
    const edge = edgeWith({ budgets });
    edge.admit({ query }, caller(undefined, '2001:db8:1:2::1'));
    edge.admit({ query }, caller(undefined, '2001:db8:1:2:ffff::9'));
    expect(() => edge.admit({ query }, caller(undefined, '2001:db8:1:2:3:4:5:6'))).toThrow(limited);
    edge.admit({ query }, caller(undefined, '2001:db8:1:3::1'));
  });

  it('is shared by the accounts of an organisation, and not lost by one who is refused', () => {
    const edge = edgeWith({ budgets });
    for (const account of ['x', 'y', 'z']) edge.admit({ query }, caller('HEAD', account, 'bbpvp'));
    expect(() => edge.admit({ query }, caller('HEAD', 'w', 'bbpvp'))).toThrow(limited);
    edge.admit({ query }, caller('HEAD', 'w', 'apindo'));
    now += 2020;
    expect(edge.admit({ query }, caller('HEAD', 'w', 'bbpvp')).extensions['cost']).toMatchObject({
      remaining: 0 + 101,
    });
  });
});
