import { KeyRing } from './key-ring';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 9).toString('base64');
const ring = KeyRing.parse(KeyRing.generate());

it('opens what it sealed, for the same owner only', () => {
  const sealed = ring.seal('a number', 'one');
  expect(ring.open(sealed, 'one')).toBe('a number');
  expect(() => ring.open(sealed, 'two')).toThrow();
  const changed = Buffer.from(sealed.bytes);
  changed[13] = (changed[13] ?? 0) ^ 1;
  expect(() => ring.open({ ...sealed, bytes: changed }, 'one')).toThrow();
});

it('never seals the same way twice, and always finds the same way', () => {
  expect(ring.seal('a number', 'one').bytes).not.toEqual(ring.seal('a number', 'one').bytes);
  expect(ring.blindIndex('a number')).toEqual(ring.blindIndex('a number'));
  const others = KeyRing.parse(KeyRing.generate());
  expect(others.blindIndex('a number')).not.toEqual(ring.blindIndex('a number'));
});

it('reads with every key and seals with the active one', () => {
  const old = KeyRing.parse(JSON.stringify({ active: 'k1', keys: { k1: KEY }, index: KEY }));
  const both = KeyRing.parse(JSON.stringify({ active: 'k2', keys: { k1: KEY, k2: OTHER }, index: KEY }));
  const sealed = old.seal('a number', 'one');
  expect(both.open(sealed, 'one')).toBe('a number');
  expect(both.seal('a number', 'one').keyId).toBe('k2');
  expect(() => old.open(both.seal('a number', 'one'), 'one')).toThrow('The ring has no key k2');
});

it.each([
  ['no JSON', 'secret', /the file is missing/],
  [
    'a short key',
    JSON.stringify({ active: 'k1', keys: { k1: 'c2VjcmV0' }, index: KEY }),
    /keys\.k1 must be 32/,
  ],
  [
    'no base64',
    JSON.stringify({ active: 'k1', keys: { k1: KEY }, index: '!secret' }),
    /index must be base64/,
  ],
  [
    'an unknown active key',
    JSON.stringify({ active: 'k9', keys: { k1: KEY }, index: KEY }),
    /active must be/,
  ],
  ['nothing', '{}', /active is missing.*keys is missing.*index is missing/],
])('refuses %s and tells no value', (_, text, fault) => {
  expect(() => KeyRing.parse(text)).toThrow(fault);
  expect(() => KeyRing.parse(text)).not.toThrow(/secret|c2VjcmV0/);
});
