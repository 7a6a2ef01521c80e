import type { Mask } from '@simpul/schema/contract/masks';
import { UNMASKABLE, maskedValue } from './masked-value';

const INSTANT = new Date('2026-01-01T02:00:00+07:00');

it.each<[unknown, Mask, unknown]>([
  ['Sari Dewi Lestari', 'PARTIAL', 'S. D. L.'],
  ['Sari', 'PARTIAL', 'S.'],
  ['sari.dewi@example.id', 'PARTIAL', 's.'],
  ['sari99@example.id', 'PARTIAL', 's.'],
  ['+62 812 3456 7890', 'PARTIAL', '****7890'],
  ['BNSP/2025/000123', 'PARTIAL', '****0123'],
  ['1234567', 'PARTIAL', UNMASKABLE],
  ['AK1-1234', 'PARTIAL', UNMASKABLE],
  ['', 'PARTIAL', UNMASKABLE],
  [7, 'PARTIAL', UNMASKABLE],
  [{ id: '1' }, 'PARTIAL', UNMASKABLE],
  ['1999-08-17', 'YEAR', '1999-01-01'],
  [INSTANT, 'YEAR', new Date('2026-01-01T00:00:00+07:00')],
  ['17 August 1999', 'YEAR', UNMASKABLE],
  [{ code: '36.73.01.1002', name: 'Cipare' }, 'BAND', { code: '36.73' }],
  [{ code: '36' }, 'BAND', { code: '36' }],
  ['2026-02-03', 'BAND', '2026-01-01'],
  [{ id: 'office' }, 'BAND', UNMASKABLE],
  [[{ code: '36.73.01' }, { code: '36.72.02' }], 'BAND', [{ code: '36.73' }, { code: '36.72' }]],
  [['Sari', 7], 'PARTIAL', UNMASKABLE],
  ['anything', 'HIDE', null],
  ['anything', 'NONE', UNMASKABLE],
  [null, 'PARTIAL', null],
  [undefined, 'BAND', null],
])('%p as %s is %p', (value, mask, form) => {
  expect(maskedValue(value, mask, false)).toEqual(form);
});

it('lets an object pass whose own fields are masked each', () => {
  const contact = { phone: '+62 812 3456 7890' };
  expect(maskedValue(contact, 'PARTIAL', true)).toBe(contact);
  expect(maskedValue([contact], 'BAND', true)).toEqual([contact]);
  expect(maskedValue(contact, 'HIDE', true)).toBeNull();
  expect(maskedValue(contact, 'NONE', true)).toBe(UNMASKABLE);
});
