import { openClock } from '../clock/clock';
import type { AgencyDatabase } from '../database/database';
import type { PlainRoute } from '../http/plain-route';
import { openLog } from '../log/log';
import { makeSigningKey } from '../keys/signing-key';
import { Secrets } from '../secrets/secret-file';
import { publicationRoute } from './publication';

const key = makeSigningKey();
let now: Date;
let signed: string[];
let fail: boolean;
let route: PlainRoute;
const text = (): Promise<string> => route.text({ query: {}, authorizations: [] });

beforeEach(() => {
  now = new Date('2026-06-15T05:00:00.000Z');
  signed = [];
  fail = false;
  const publication = {
    path: '/almanac',
    keyFile: 'ALMANAC_KEY_FILE',
    sign: (_: unknown, asOf: Date): Promise<string> => {
      signed.push(asOf.toISOString());
      return fail ? Promise.reject(new Error('no database')) : Promise.resolve(`as of ${asOf.toISOString()}`);
    },
  };
  const idle = (): Promise<never> => Promise.reject(new Error('not asked'));
  const close = (): Promise<void> => Promise.resolve();
  const database: AgencyDatabase = { read: idle, tally: idle, transact: idle, work: idle, as: idle, close };
  const log = openLog('almanac', 'silent');
  const surroundings = { database, clock: openClock(), log, secrets: new Secrets() };
  route = publicationRoute(publication, { ...surroundings, key, now: () => now });
});

it('signs once for all who ask within a second, and anew after it', async () => {
  const [first, ...others] = await Promise.all([text(), text(), text()]);
  expect(first).toBe('as of 2026-06-15T05:00:00.000Z');
  expect(others).toEqual([first, first]);
  now = new Date('2026-06-15T05:00:00.399Z');
  expect(await text()).toBe(first);
  expect(signed).toHaveLength(1);
  now = new Date('2026-06-15T05:00:01.000Z');
  expect(await text()).toBe('as of 2026-06-15T05:00:01.000Z');
});

it('signs anew when the clock of the machine is set back', async () => {
  await text();
  now = new Date('2026-06-15T04:00:00.000Z');
  expect(await text()).toBe('as of 2026-06-15T04:00:00.000Z');
});

it('does not keep a failure for those who ask later', async () => {
  fail = true;
  await expect(text()).rejects.toThrow('no database');
  fail = false;
  expect(await text()).toBe('as of 2026-06-15T05:00:00.000Z');
});
