import { randomUUID } from 'node:crypto';
import { anonymous } from '../identity/identity';
import { AuditKeys } from './audit-keys';
import { AwaitedRecords } from './awaited-records';
import { recordDigest } from './audit-record';
import type { GrantUsed } from './disclosures';
import { RequestDisclosures } from './request-disclosures';

const keys = AuditKeys.parse(AuditKeys.generate());
const [ANI, BUDI, CITRA] = [randomUUID(), randomUUID(), randomUUID()];
const GRANT: GrantUsed = { id: randomUUID(), version: 3, agreement: randomUUID() };

function gathered(): RequestDisclosures {
  return new RequestDisclosures({
    identity: { ...anonymous, subject: 'official', organization: 'office', roles: ['CASEWORKER'] },
    ...{ purpose: 'PLACEMENT', requestId: 'r', bundleVersion: 7, keys, awaited: new AwaitedRecords() },
    clock: { now: () => new Date('2026-06-15T05:00:00.123Z'), today: () => '2026-06-15' },
  });
}

function show(disclosures: RequestDisclosures, person: string, ...fields: string[]): void {
  for (const field of fields) disclosures.add({ type: 'Person', field, person, grant: null, masked: false });
}

it('makes one record of everybody who was shown the same fields, in whatever order and however often', () => {
  const disclosures = gathered();
  show(disclosures, ANI, 'name', 'sex');
  show(disclosures, BUDI, 'sex', 'name', 'sex');
  show(disclosures, CITRA, 'name');
  expect(disclosures.records()).toMatchObject([
    { type: 'Person', fields: ['name', 'sex'], people: [ANI, BUDI], masked: false, agreement: null },
    { type: 'Person', fields: ['name'], people: [CITRA], subject: 'official', purpose: 'PLACEMENT' },
  ]);
});

it('records that there is a row of somebody unless something of the row is recorded anyway', () => {
  const disclosures = gathered();
  const row = { type: 'Query', rows: 'Registration', grant: null, masked: false };
  for (const person of [ANI, BUDI]) disclosures.listed({ ...row, field: 'registrations', person });
  show(disclosures, ANI, 'name');
  disclosures.add({ type: 'Registration', field: 'number', person: BUDI, grant: null, masked: false });
  expect(disclosures.records()).toMatchObject([
    { type: 'Person', fields: ['name'], people: [ANI] },
    { type: 'Registration', fields: ['number'], people: [BUDI] },
    { type: 'Query', fields: ['registrations'], people: [ANI] },
  ]);
});

it('records what a filter let through of nobody, and once for those of whom it is told', () => {
  const filter = { type: 'PersonFilter', field: 'education', grant: null, masked: false };
  const counted = gathered();
  counted.add({ ...filter, person: null });
  expect(counted.isToBeRecorded).toBe(true);
  expect(counted.records()).toMatchObject([{ type: 'PersonFilter', fields: ['education'], people: [] }]);
  const told = gathered();
  for (const person of [null, ANI, BUDI]) told.add({ ...filter, person });
  expect(told.records()).toMatchObject([{ type: 'PersonFilter', people: [ANI, BUDI] }]);
});

it('tells apart what was masked, and what another grant or another version of it opened', () => {
  const disclosures = gathered();
  const ways = [
    { grant: null, masked: false },
    { grant: null, masked: true },
    { grant: GRANT, masked: false },
    { grant: { ...GRANT, version: 4 }, masked: false },
  ];
  for (const way of [...ways, ...ways])
    disclosures.add({ type: 'Person', field: 'name', person: ANI, ...way });
  expect(
    disclosures.records().map(({ masked, grant_id, grant_version }) => [masked, grant_id, grant_version]),
  ).toEqual([
    [false, null, null],
    [true, null, null],
    [false, GRANT.id, 3],
    [false, GRANT.id, 4],
  ]);
});

it('records refusals of a type together, with nobody in them', () => {
  const disclosures = gathered();
  for (const field of ['Person.name', 'Contact.phone', 'Person.birthDate', 'Person.name'])
    disclosures.refused(field);
  expect(disclosures.isToBeRecorded).toBe(false);
  expect(disclosures.records()).toMatchObject([
    { action: 'REFUSED', type: 'Person', fields: ['birthDate', 'name'], people: [] },
    { action: 'REFUSED', type: 'Contact', fields: ['phone'], people: [] },
  ]);
});

it('refuses what it would record once it is closed, and forgets what it gathered', () => {
  const disclosures = gathered();
  show(disclosures, ANI, 'name');
  disclosures.inspected(['people'], [ANI]);
  disclosures.close();
  expect(() => {
    show(disclosures, ANI, 'name');
  }).toThrow(expect.objectContaining({ code: 'AUDIT_UNAVAILABLE' }) as Error);
  expect(() => {
    disclosures.inspected(['people'], [ANI]);
  }).toThrow(expect.objectContaining({ code: 'AUDIT_UNAVAILABLE' }) as Error);
  expect(disclosures.records()).toEqual([]);
});

it('signs each record as it is stored', () => {
  const disclosures = gathered();
  show(disclosures, ANI.toUpperCase(), 'name');
  const [record] = disclosures.records();
  if (!record) throw new Error('no record');
  const digest = recordDigest(record);
  expect(record.people).toEqual([ANI]);
  expect(keys.verify(record.key_id, digest, record.mac)).toBe(true);
  expect(keys.verify(record.key_id, recordDigest({ ...record, people: [BUDI] }), record.mac)).toBe(false);
  expect(keys.verify('k2', digest, record.mac)).toBe(false);
});

it('makes no record of somebody whose id is none', () => {
  const disclosures = gathered();
  show(disclosures, 'Ani', 'name');
  expect(() => disclosures.records()).toThrow('no UUID');
});

it('fails a change that cannot be recorded', async () => {
  const db = { query: () => Promise.reject(new Error('permission denied')) };
  const change = { type: 'Nomination', happened: 'NominationMade', people: [ANI] };
  await expect(gathered().changed(db, change)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
});
