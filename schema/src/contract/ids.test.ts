import {
  AGREEMENTS,
  ALLOCATIONS,
  agreementId,
  allocationId,
  CLAIMS,
  CLAUSES,
  claimId,
  clauseId,
  demoId,
  FACILITIES,
  facilityId,
  ORGANIZATIONS,
  organizationId,
  PROGRAMMES,
  programmeId,
  recordedId,
} from './ids';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids of recorded things', () => {
  it('never change: every database that was ever loaded holds them', () => {
    expect(agreementId('A3')).toBe(recordedId('agreement', 'A3'));
    expect(organizationId('bbpvp-serang')).toMatchInlineSnapshot(`"57df3183-9e1e-4a0a-af44-7d7617264d9a"`);
    expect(agreementId('D1')).toMatchInlineSnapshot(`"de498530-231c-4fff-8664-15e2cdc73f75"`);
    expect(demoId(1, 'person', 0, 7)).toMatchInlineSnapshot(`"1fc247a8-3804-4f93-8508-2aec4cc77b2e"`);
  });

  it('have the shape of random UUIDs and differ from each other', () => {
    const ids = [
      ...ORGANIZATIONS.map(organizationId),
      ...AGREEMENTS.map(agreementId),
      ...CLAUSES.map(clauseId),
      ...PROGRAMMES.map(programmeId),
      ...FACILITIES.map(facilityId),
      ...CLAIMS.map(claimId),
      ...ALLOCATIONS.map(allocationId),
    ];
    expect(ids.filter((id) => !UUID_V4.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('depend on the kind, and for generated rows on the seed', () => {
    expect(facilityId('LAS-ROBOTIK')).not.toBe(programmeId('LAS-ROBOTIK'));
    expect(demoId(1, 'person', 0, 7)).not.toBe(demoId(2, 'person', 0, 7));
    expect(demoId(1, 'person', 0, 7)).not.toBe(demoId(1, 'person', 0, 8));
  });
});
