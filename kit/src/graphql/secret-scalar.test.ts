import { inspect } from 'node:util';
import { Kind } from 'graphql';
import { SecretValue, secretScalar } from './secret-scalar';

const Pin = secretScalar({
  name: 'Pin',
  description: 'Four digits.',
  accepts: (value) => /^\d{4}$/.test(value),
  remedy: 'A Pin has four digits.',
});

it('prints its kind however it is printed', () => {
  const pin = Pin.parseValue('1234');
  if (!(pin instanceof SecretValue)) throw new Error('not a secret');
  const prints = [
    String(pin),
    ['', pin].join(''),
    JSON.stringify({ pin }),
    inspect(pin),
    inspect({ pin }, { depth: 9 }),
  ];
  for (const print of prints) {
    expect(print).toContain('[Pin]');
    expect(print).not.toContain('1234');
  }
  expect(Object.values(pin)).not.toContain('1234');
  expect(pin.use((value) => value.length)).toBe(4);
});

it.each([['12345'], [1234], [null], [' 1234']])('refuses %j without repeating it', (value) => {
  expect(() => Pin.parseValue(value)).toThrow(/^A Pin has four digits\.$/);
});

it('refuses a literal, and never goes out', () => {
  expect(() => Pin.parseLiteral({ kind: Kind.STRING, value: '1234' })).toThrow(/send it as a variable/);
  expect(() => Pin.serialize('1234')).toThrow(/never out/);
});
