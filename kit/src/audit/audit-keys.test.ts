import { AuditKeys } from './audit-keys';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 9).toString('base64');
const digest = '01'.repeat(32);

it('signs with the active key and verifies with every key', () => {
  const old = AuditKeys.parse(JSON.stringify({ active: 'k1', keys: { k1: KEY } }));
  const both = AuditKeys.parse(JSON.stringify({ active: 'k2', keys: { k1: KEY, k2: OTHER } }));
  expect(both.verify('k1', digest, old.sign(digest))).toBe(true);
  expect(both.verify('k2', digest, both.sign(digest))).toBe(true);
  expect(old.verify('k2', digest, both.sign(digest))).toBe(false);
  expect(old.verify('k1', digest, both.sign(digest))).toBe(false);
  expect(old.verify('k1', digest, '')).toBe(false);
});

it.each([
  ['no JSON', 'secret', /the file is missing/],
  ['a short key', JSON.stringify({ active: 'k1', keys: { k1: 'c2VjcmV0' } }), /keys\.k1 must be 32/],
  ['an unknown active key', JSON.stringify({ active: 'k9', keys: { k1: KEY } }), /active must be/],
  ['nothing', '{}', /active is missing.*keys is missing/],
])('refuses %s and tells no value', (_, text, fault) => {
  expect(() => AuditKeys.parse(text)).toThrow(fault);
  expect(() => AuditKeys.parse(text)).not.toThrow(/secret|c2VjcmV0/);
});
