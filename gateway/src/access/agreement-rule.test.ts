import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openClock } from '@simpul/kit/clock/clock';
import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import type { Caller } from '@simpul/kit/identity/internal-token';
import { type GrantSource, fixedGrants } from '@simpul/kit/policy/policy-source';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { organizationId } from '@simpul/schema/contract/ids';
import type { Purpose } from '@simpul/schema/contract/identity';
import { type ExecutionResult, buildSchema, getOperationAST, parse } from 'graphql';
import type { Engine } from '../engine/engine';
import { marksOf } from '../supergraph/marks';
import { readSupergraph } from '../supergraph/supergraph';
import { houseRule } from './agreement-rule';
import { withholding } from './withholding';

const supergraph = readSupergraph(
  readFileSync(join(__dirname, '../../../schema/supergraph.graphql'), 'utf8'),
);
const OFFICE = organizationId('disnakertrans-kota-serang');
const CENTRE = organizationId('bbpvp-serang');

const TRAINING: BundleGrant = {
  ...{ id: 'training', version: 1, agreement: 'D1', clause: '4', provider: OFFICE, recipient: CENTRE },
  ...{ categories: ['IDENTITY', 'HISTORY'], purposes: ['TRAINING'], regions: [], onlyUnderAgreement: true },
  ...{ fields: [], legalBasis: 'PUBLIC_TASK', validFrom: '2026-01-02', validTo: '2026-08-31' },
  countersignatures: [],
};

const identity = (more: Partial<Identity>): Identity => ({
  ...{ ...anonymous, subject: 's', client: 'c' },
  ...more,
});
const caseworker = identity({ organization: OFFICE, office: OFFICE, roles: ['CASEWORKER'] });
const admissions = identity({ organization: CENTRE, roles: ['ADMISSIONS'] });
const auditor = identity({ organization: OFFICE, roles: ['AUDITOR'] });
const recruiter = identity({ employer: 'factory', roles: ['RECRUITER'] });
const citizen = identity({ person: 'sari', roles: ['CITIZEN'] });
const analyst = identity({ organization: organizationId('pemprov-banten'), roles: ['ANALYST'] });

const HELD = fixedGrants({ version: 7, grants: [TRAINING] });
const on = (day: string, grants: GrantSource = HELD) => houseRule(supergraph, grants, openClock(day));
const rule = on('2026-06-15');
const caller = (who: Identity, purpose: Purpose | null, bundleVersion: number | null = 7): Caller => ({
  identity: who,
  purpose,
  bundleVersion,
});
const code = (coordinate: string, who: Caller, by = rule, answer = 'PersonConnection') =>
  by.decide(coordinate, who, answer)?.code ?? 'open';

it('knows which agencies answer a field, and with what in its place', () => {
  const marks = marksOf(parse(supergraph.sdl));
  expect(marks.get('Person.name')).toEqual({
    ...{ coordinate: 'Person.name', category: 'IDENTITY', mask: 'PARTIAL' },
    ...{ agencies: ['labor-office'], isFilter: false },
  });
  expect(marks.get('Person.certificates')?.agencies).toEqual(['training-center']);
  expect(marks.get('CertificateFilter.region')).toMatchObject({
    ...{ category: 'CONTACT', agencies: ['training-center'], isFilter: true },
  });
  expect(marks.size).toBeGreaterThan(200);
  expect([...marks.values()].every(({ agencies }) => agencies.length > 0)).toBe(true);
});

it('does not take an agency that only refers to a field for one that answers it', () => {
  const sdl = `
    enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
    type Person @join__type(graph: A) @join__type(graph: B) {
      name: String @join__field(graph: A) @join__field(graph: B, external: true) @personal(category: IDENTITY)
      age(on: String @personal(category: IDENTITY)): Int @personal(category: IDENTITY)
    }`;
  const marks = marksOf(parse(sdl));
  expect([...marks].map(([coordinate, { agencies, isFilter }]) => [coordinate, agencies, isFilter])).toEqual([
    ['Person.name', ['a'], false],
    ['Person.age', ['a', 'b'], false],
    ['Person.age(on:)', ['a', 'b'], true],
  ]);
});

it.each<[string, Identity, Purpose, string]>([
  ['Person.name', caseworker, 'PLACEMENT', 'open'],
  ['Person.disability', caseworker, 'PLACEMENT', 'FORBIDDEN_FIELD'],
  ['Person.disability', caseworker, 'BENEFIT', 'open'],
  ['Person.name', caseworker, 'STATISTICS', 'FORBIDDEN_FIELD'],
  ['Person.certificates', caseworker, 'PLACEMENT', 'FORBIDDEN_FIELD'],
  ['Person.certificates', admissions, 'PLACEMENT', 'open'],
  ['Person.name', admissions, 'TRAINING', 'open'],
  ['Person.name', admissions, 'PLACEMENT', 'FORBIDDEN_FIELD'],
  ['Contact.phone', admissions, 'TRAINING', 'FORBIDDEN_FIELD'],
  ['Person.name', analyst, 'STATISTICS', 'FORBIDDEN_FIELD'],
  ['Person.name', auditor, 'AUDIT', 'open'],
  ['Person.sex', auditor, 'AUDIT', 'FORBIDDEN_FIELD'],
  ['Placement.startsOn', recruiter, 'PLACEMENT', 'open'],
  ['Enrolment.district', recruiter, 'PLACEMENT', 'FORBIDDEN_FIELD'],
  ['MatchCandidate.region', recruiter, 'PLACEMENT', 'open'],
  ['MatchCandidate.region', recruiter, 'TRAINING', 'FORBIDDEN_FIELD'],
  ['Person.disability', citizen, 'SUBJECT_ACCESS', 'open'],
  ['PersonFilter.region', caseworker, 'PLACEMENT', 'open'],
  ['PersonFilter.region', admissions, 'TRAINING', 'FORBIDDEN_FIELD'],
  ['PersonFilter.stage', admissions, 'TRAINING', 'open'],
  ['PersonFilter.stage', auditor, 'AUDIT', 'FORBIDDEN_FIELD'],
  ['Agreement.title', analyst, 'STATISTICS', 'open'],
])('%s of %p for %s', (coordinate, who, purpose, expected) => {
  expect(code(coordinate, caller(who, purpose))).toBe(expected);
});

it('lets a filter narrow what is counted, which tells of nobody', () => {
  const asked = caller(analyst, 'STATISTICS');
  expect(code('PersonFilter.region', asked, rule, 'JourneyCell')).toBe('open');
  expect(code('PersonFilter.region', asked, rule, 'PersonConnection')).toBe('FORBIDDEN_FIELD');
  expect(code('PersonFilter.region', caller(analyst, null), rule, 'JourneyCell')).toBe('PURPOSE_REQUIRED');
});

it('leaves to identity and purpose what is theirs', () => {
  expect(code('Person.name', caller(anonymous, 'PLACEMENT'))).toBe('UNAUTHENTICATED');
  expect(code('Person.name', caller(caseworker, null))).toBe('PURPOSE_REQUIRED');
});

it('opens by a grant on its days, while its version is the one that is held', () => {
  const asked = caller(admissions, 'TRAINING');
  expect(code('Person.name', asked, on('2026-08-31'))).toBe('open');
  expect(code('Person.name', asked, on('2026-09-01'))).toBe('FORBIDDEN_FIELD');
  expect(code('Person.name', caller(admissions, 'TRAINING', 6))).toBe('FORBIDDEN_FIELD');
  expect(code('Person.name', caller(admissions, 'TRAINING', null))).toBe('FORBIDDEN_FIELD');
  expect(code('Person.name', caller(caseworker, 'PLACEMENT', null))).toBe('open');
});

it('decides a request by what was held when it began, also when that is lost meanwhile', () => {
  const source = { held: HELD.current(), ...HELD };
  const losing = on('2026-06-15', { ...source, current: () => source.held });
  const asked = caller(admissions, 'TRAINING');
  expect(code('Person.name', asked, losing)).toBe('open');
  source.held = null;
  expect(code('Person.name', asked, losing)).toBe('open');
  expect(code('Person.name', caller(admissions, 'TRAINING', null), losing)).toBe('FORBIDDEN_FIELD');
});

it('withholds a filter where only some of the rows would show what it is over', () => {
  const cilegon = organizationId('disnaker-kota-cilegon');
  const history: BundleGrant = { ...TRAINING, provider: cilegon, recipient: OFFICE, categories: ['HISTORY'] };
  const between = on('2026-06-15', fixedGrants({ version: 7, grants: [history] }));
  const asked = caller(caseworker, 'TRAINING');
  expect(code('PersonFilter.stage', asked, between)).toBe('open');
  expect(code('PersonFilter.region', asked, between)).toBe('FORBIDDEN_FIELD');
  expect(code('Domicile.region', asked, between)).toBe('open');
});

it('keeps decisions apart by all that they depend on', () => {
  const base = caller(admissions, 'TRAINING');
  const differing: Caller[] = [
    base,
    { ...base, purpose: 'PLACEMENT' },
    { ...base, bundleVersion: 8 },
    { ...base, bundleVersion: null },
    ...(['organization', 'office', 'employer', 'person'] as const).map((key) => ({
      ...base,
      identity: { ...admissions, [key]: 'other' },
    })),
    { ...base, identity: { ...admissions, roles: ['ADMISSIONS', 'HEAD'] } },
  ];
  const keys = differing.map((one) => rule.keyOf(one));
  expect(new Set(keys).size).toBe(differing.length);
  expect(on('2026-06-16').keyOf(base)).not.toBe(rule.keyOf(base));
  const twin = { ...admissions, subject: 'another', roles: ['HEAD', 'ADMISSIONS'] as const };
  expect(keys).toContain(rule.keyOf({ ...base, identity: twin }));
});

describe('a field that is withheld', () => {
  const schema = buildSchema(`
    type Query { people(filter: PersonFilter): [Person] }
    input PersonFilter { region: String }
    type Person { id: ID! name: String disability: Boolean }
  `);
  const asked: string[] = [];
  const engine: Engine = {
    ...{ schema, supergraphSdl: '', close: () => Promise.resolve() },
    execute: ({ source }) => {
      asked.push(source.replaceAll(/\s+/g, ' ').trim());
      const people = [
        { id: '1', name: 'Sari' },
        { id: '2', name: 'Adi' },
      ];
      return Promise.resolve({ data: source.includes('people') ? { people } : {}, errors: [] });
    },
  };
  const ask = async (source: string, who: Caller): Promise<ExecutionResult> => {
    const document = parse(source);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation.');
    return withholding(rule, engine).execute({
      ...{ document, operation, operationName: undefined, source, sourceHash: source },
      ...{ variables: {}, requestId: '0', explanation: null, caller: who },
    });
  };

  it('is one error for all rows, and no agency is asked', async () => {
    const { data, errors } = await ask('{ people { id name disability } }', caller(caseworker, 'PLACEMENT'));
    expect(asked).toEqual(['{ people { id name } }']);
    expect(data).toEqual({
      people: [
        { id: '1', name: 'Sari', disability: null },
        { id: '2', name: 'Adi', disability: null },
      ],
    });
    expect(errors?.map(({ path, extensions }) => ({ path, ...extensions }))).toEqual([
      {
        ...{ path: ['people', 0, 'disability'], code: 'FORBIDDEN_FIELD' },
        ...{ coordinate: 'Person.disability', count: 2 },
      },
    ]);
  });

  it('because of a filter names the filter', async () => {
    const { errors } = await ask(
      '{ people(filter: { region: "36" }) { id } }',
      caller(admissions, 'TRAINING'),
    );
    expect(errors?.map(({ path, message, extensions }) => ({ path, message, ...extensions }))).toEqual([
      {
        ...{ path: ['people'], code: 'FORBIDDEN_FIELD', coordinate: 'PersonFilter.region', count: 1 },
        message: expect.stringMatching(/^PersonFilter\.region is not open to you for this purpose/) as string,
      },
    ]);
  });
});
