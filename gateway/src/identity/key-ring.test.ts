import { openLog } from '@simpul/kit/log/log';
import type { JWK } from 'jose' with { 'resolution-mode': 'import' };
import { KeyRing } from './key-ring';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** An issuer and a clock in the hands of the test. */
function stage(...kids: string[]) {
  const state = { now: 0, published: kids, isDown: false, fetches: 0 };
  const ring = new KeyRing({
    fetchKeys: async () => {
      state.fetches += 1;
      const answer = state.published.map((kid): JWK => ({ kty: 'EC', kid }));
      await Promise.resolve();
      if (state.isDown) throw new Error('connection refused');
      return answer;
    },
    now: () => state.now,
    log: openLog('gateway', 'silent'),
  });
  const knows = async (kid: string): Promise<boolean> => (await ring.keysOf(kid)).length > 0;
  /** One request every so often, for a while. */
  const inUse = async (ms: number, every: number, kid: string): Promise<boolean[]> => {
    const answers: boolean[] = [];
    for (const end = state.now + ms; state.now < end; state.now += every) {
      answers.push(await knows(kid));
      await settled();
    }
    return answers;
  };
  return { state, knows, inUse };
}

/** Lets what runs beside the requests come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

it('asks nobody before anybody asks, and once for many who come together', async () => {
  const { state, knows } = stage('a');
  expect(state.fetches).toBe(0);
  expect(await Promise.all(Array.from({ length: 50 }, () => knows('a')))).not.toContain(false);
  expect(state.fetches).toBe(1);
});

it('asks at most every 8 s while in use, and not at all while not', async () => {
  const { state, inUse } = stage('a');
  expect(await inUse(80 * SECOND, 100, 'a')).not.toContain(false);
  expect(state.fetches).toBe(10);
  state.now += 60 * MINUTE;
  expect(state.fetches).toBe(10);
});

it('refuses a withdrawn key within 10 s, whether in use meanwhile or not', async () => {
  for (const isInUse of [true, false]) {
    const { state, knows, inUse } = stage('a', 'b');
    expect(await knows('a')).toBe(true);
    state.published = ['b'];
    if (isInUse) await inUse(10 * SECOND, 200, 'b');
    else state.now += 10 * SECOND;
    expect(await knows('a')).toBe(false);
    expect(await knows('b')).toBe(true);
  }
});

it('takes a new key with the first request that brings it', async () => {
  const { state, knows } = stage('a');
  await knows('a');
  state.now += SECOND;
  state.published = ['b', 'a'];
  expect(await Promise.all(Array.from({ length: 50 }, () => knows('b')))).not.toContain(false);
  expect(await knows('a')).toBe(true);
  expect(state.fetches).toBe(2);
});

it('looks for unknown keys at most once per 10 s, however many are invented', async () => {
  const { state, knows, inUse } = stage('a');
  await knows('a');
  state.now += SECOND;
  const before = state.fetches;
  for (let number = 0; number < 500; number += 1) expect(await knows(`forged-${String(number)}`)).toBe(false);
  expect(state.fetches).toBe(before + 1);
  await inUse(60 * SECOND, 50, 'forged');
  // Six more for unknown keys, and at most eight to stay fresh.
  expect(state.fetches).toBeLessThanOrEqual(before + 1 + 6 + 8);
});

it('survives an outage of 10 minutes without a failed or a slow request', async () => {
  const { state, inUse, knows } = stage('a');
  await knows('a');
  state.isDown = true;
  const before = state.fetches;
  expect(await inUse(10 * MINUTE, SECOND, 'a')).not.toContain(false);
  expect(state.fetches - before).toBeLessThanOrEqual(10 * 12 + 1);
  state.isDown = false;
  state.published = ['b', 'a'];
  await inUse(6 * SECOND, SECOND, 'a');
  expect(await knows('b')).toBe(true);
});

it('survives an outage that began while nobody asked', async () => {
  const { state, inUse, knows } = stage('a');
  await knows('a');
  state.isDown = true;
  state.now += 60 * MINUTE;
  expect(await inUse(10 * MINUTE, SECOND, 'a')).not.toContain(false);
});

it('does not make requests wait in an outage that is known', async () => {
  const answers: (() => void)[] = [];
  const state = { now: 0, hangs: false };
  const ring = new KeyRing({
    fetchKeys: async () => {
      if (state.hangs)
        await new Promise<void>((resolve) => answers.push(resolve)).then(() =>
          Promise.reject(new Error('timeout')),
        );
      return [{ kty: 'EC', kid: 'a' }];
    },
    now: () => state.now,
    log: openLog('gateway', 'silent'),
  });
  await ring.keysOf('a');
  state.hangs = true;
  state.now += 20 * SECOND;
  const first = ring.keysOf('a');
  await settled();
  answers.shift()?.();
  expect(await first).toHaveLength(1);
  state.now += 6 * SECOND;
  expect(await ring.keysOf('a')).toHaveLength(1);
  expect(answers).toHaveLength(1);
});

it('says that it cannot know, and neither accepts nor refuses, without any keys or after too long', async () => {
  const unavailable = { code: 'ISSUER_UNAVAILABLE', status: 503 };
  const never = stage('a');
  never.state.isDown = true;
  await expect(never.knows('a')).rejects.toMatchObject(unavailable);
  const { state, knows, inUse } = stage('a');
  await knows('a');
  state.isDown = true;
  await inUse(15 * MINUTE, 5 * SECOND, 'a');
  state.now += MINUTE;
  await expect(knows('a')).rejects.toMatchObject(unavailable);
});
