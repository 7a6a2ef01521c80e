import { ReplayMemory } from './replay-memory';

const token = (jti: string, iat = 100) => ({ jti, iat, exp: iat + 30 });

it('knows a second use for as long as the token would be taken, and forgets it then', () => {
  let now = 100_000;
  const memory = new ReplayMemory(() => now, 1);
  expect(memory.isFirstUse(token('a'))).toBe(true);
  now = 134_999;
  expect(memory.isFirstUse(token('a'))).toBe(false);
  now = 135_000;
  expect(memory.isFirstUse(token('b', 135))).toBe(true);
});

it('refuses what an earlier process may have served', () => {
  const memory = new ReplayMemory(() => 100_900);
  expect(memory.isFirstUse(token('a', 99))).toBe(false);
  expect(memory.isFirstUse(token('b', 100))).toBe(true);
});

it('refuses more than it can remember', () => {
  const memory = new ReplayMemory(() => 100_000, 2);
  expect(['a', 'b', 'c', 'a'].map((jti) => memory.isFirstUse(token(jti)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
