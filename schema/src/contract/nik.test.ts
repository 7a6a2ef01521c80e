import { containsNik, isNik, withoutNik } from './nik';

const NIK = '3673092306980001';

it.each([
  ['a man', NIK, true],
  ['a woman', '3673096306980001', true],
  ['no such province', '2073092306980001', false],
  ['no such regency', '3650092306980001', false],
  ['district 00', '3673002306980001', false],
  ['day 32', '3673093206980001', false],
  ['day 40', '3673094006980001', false],
  ['day 72', '3673097206980001', false],
  ['month 13', '3673092313980001', false],
  ['fifteen digits', NIK.slice(1), false],
])('knows the structure: %s', (_, digits, expected) => {
  expect(isNik(digits)).toBe(expected);
});

it.each([
  ['alone', NIK],
  ['in words', `Nomor ${NIK}.`],
  ['beside letters', `nik${NIK}x`],
  ['in groups', '3673 0923 0698 0001'],
  ['as region, date and serial', '36.73.09.230698.0001'],
  ['with hyphens', '367309-230698-0001'],
  ['after another number', `RT 12 ${NIK} RW 3`],
  ['in groups after another number', 'No 2 3673 0923 0698 0001'],
])('finds one %s and prints none', (_, text) => {
  expect(containsNik(text)).toBe(true);
  expect(withoutNik(text)).toContain('[NIK]');
  expect(withoutNik(text).replace(/\D/g, '')).not.toContain('0698');
});

it.each([
  ['a longer run of digits', `1${NIK}`],
  ['an id whose digits would fit', '36730923-0698-4001-8abc-123456789012'],
  ['an id of digits alone', '36730923-0698-4001-8123-123456789012'],
  ['two days', '2026-06-15 2026-06-16'],
  ['an instant', '2026-06-15T08:00:00.000+07:00'],
  ['a telephone', '+62 811 1234 5678'],
  ['two spaces between groups', '36730923  06980001'],
])('leaves %s alone', (_, text) => {
  expect(containsNik(text)).toBe(false);
  expect(withoutNik(text)).toBe(text);
});
