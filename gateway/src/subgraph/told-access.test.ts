import { toldAccess } from './told-access';

const ENTRY = {
  ...{
    coordinate: 'Person.name',
    outcome: 'ALLOWED',
    agency: 'lighthouse',
    basis: 'GRANT',
    purpose: 'TRAINING',
  },
  grant: { id: 'g', version: 1, agreement: 'D1', clause: null, legalBasis: 'PUBLIC_TASK', validTo: null },
};
const DENIED = {
  ...{
    coordinate: 'Query.people(name:)',
    outcome: 'DENIED',
    agency: 'lighthouse',
    basis: null,
    purpose: null,
  },
  ...{ code: 'FORBIDDEN_FIELD', needed: { roles: ['HEAD'], purposes: ['AUDIT'] } },
};

it('takes what has the agreed form, as the word of the agency that was asked', () => {
  expect(toldAccess('lighthouse', [ENTRY, DENIED])).toEqual([ENTRY, DENIED]);
  expect(toldAccess('harbour', [ENTRY])).toEqual([{ ...ENTRY, agency: 'harbour' }]);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['no list', { access: [ENTRY] }],
  ['a line with more than was agreed', [{ ...ENTRY, person: 'Sari' }]],
  ['a grant with more than was agreed', [{ ...ENTRY, grant: { ...ENTRY.grant, regions: ['36.73'] } }]],
  ['something that is no coordinate', [{ ...ENTRY, coordinate: 'Sari Dewi' }]],
  ['a code of no error', [{ ...DENIED, code: 'SARI' }]],
])('takes nothing from an agency that tells %s', (_, told) => {
  expect(toldAccess('lighthouse', told)).toEqual([]);
});
