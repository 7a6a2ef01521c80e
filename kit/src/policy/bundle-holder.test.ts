import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AccessBundle, BundleGrant } from '@simpul/schema/contract/bundle';
import { makeSigningKey, openVerificationKeys, publicJwk } from '../keys/signing-key';
import { type Log, openLog } from '../log/log';
import { signBundle, signGrant, type UnsignedGrant } from './bundle';
import { BundleHolder, type HolderParts } from './bundle-holder';
import { bundleRequest } from './bundle-request';
import { CountersignedGrants, everyGrant } from './honoured-grants';
import { OrganizationKeyFile } from './organization-keys';

const province = makeSigningKey();
const PROVINCE_KEYS = openVerificationKeys([publicJwk(province)]);
const sides = { office: makeSigningKey(), centre: makeSigningKey() };
const NOON = Date.parse('2026-06-15T05:00:00.000Z');
const log = openLog('holder', 'silent');

const MATTER: UnsignedGrant = {
  ...{ id: 'grant', version: 1, agreement: 'D1', clause: '4', provider: 'office', recipient: 'centre' },
  ...{ categories: ['HISTORY'], purposes: ['TRAINING'], regions: [], onlyUnderAgreement: true, fields: [] },
  ...{ legalBasis: 'PUBLIC_TASK', validFrom: '2026-01-02', validTo: null },
};

async function signed(matter: UnsignedGrant, keys: Partial<typeof sides> = sides): Promise<BundleGrant> {
  const words = await Promise.all(
    Object.entries(keys).map(async ([organization, key]) => ({
      organization,
      signature: await signGrant(matter, key),
    })),
  );
  return { ...matter, countersignatures: words };
}

/** A province that publishes what a test says, when the test says so. */
const stage = {
  now: NOON,
  asked: 0,
  mostAtOnce: 0,
  open: 0,
  delayMs: 0,
  publish: (): Promise<string> | string => '',
};

let server: Server;
let url = '';
const folder = mkdtempSync(path.join(tmpdir(), 'simpul-holder-'));
const keyFile = path.join(folder, 'organizations.jwks.json');

function writeKeys(keys: Partial<typeof sides>): void {
  const jwks = Object.entries(keys).map(([organization, key]) => ({ ...publicJwk(key), organization }));
  writeFileSync(keyFile, JSON.stringify({ keys: jwks }));
}

beforeAll(async () => {
  writeKeys(sides);
  server = createServer((_request, response) => {
    stage.asked += 1;
    stage.open += 1;
    stage.mostAtOnce = Math.max(stage.mostAtOnce, stage.open);
    void (async () => {
      await pause(stage.delayMs);
      const text = await stage.publish();
      stage.open -= 1;
      response.statusCode = text === '' ? 503 : 200;
      response.end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url =
    typeof address === 'object' && address ? `http://127.0.0.1:${String(address.port)}/access-bundle` : '';
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  Object.assign(stage, { now: NOON, asked: 0, mostAtOnce: 0, open: 0, delayMs: 0, publish: () => '' });
});

function publishing(bundle: Partial<AccessBundle>, key = province): void {
  const asOf = new Date(stage.now).toISOString();
  stage.publish = () => signBundle({ version: 1, asOf, grants: [], ...bundle }, key);
}

const holder = (more: Partial<HolderParts> = {}): BundleHolder =>
  new BundleHolder({
    request: bundleRequest(url, null),
    keys: { find: (kid) => PROVINCE_KEYS.get(kid) },
    check: everyGrant,
    log,
    now: () => new Date(stage.now),
    ...more,
  });

describe('a bundle that is held', () => {
  it('is what the province published, the same object until something changes', async () => {
    publishing({ version: 3, grants: [await signed(MATTER)] });
    const held = holder();
    expect(held.current()).toBeNull();
    await held.poll();
    const first = held.current();
    expect(first).toMatchObject({ version: 3, grants: [{ id: 'grant' }] });
    stage.now += 500;
    publishing({ version: 3, grants: [await signed(MATTER)] });
    await held.poll();
    expect(held.current()).toBe(first);
    publishing({ version: 4 });
    await held.poll();
    expect(held.current()).toEqual({ version: 4, grants: [] });
  });

  it('holds for ten seconds from when the province said so, and not a millisecond longer', async () => {
    publishing({ version: 3 });
    const held = holder();
    stage.now += 4000;
    await held.poll();
    stage.publish = () => '';
    stage.now = NOON + 10_000;
    await held.poll();
    expect(held.current()).toMatchObject({ version: 3 });
    stage.now += 1;
    expect(held.current()).toBeNull();
    publishing({ version: 3 });
    await held.poll();
    expect(held.current()).toMatchObject({ version: 3 });
  });

  it.each<[string, () => void]>([
    [
      'of an earlier version',
      () => {
        publishing({ version: 2 });
      },
    ],
    [
      'by another key',
      () => {
        publishing({ version: 9 }, makeSigningKey());
      },
    ],
    [
      'that is older than ten seconds',
      () => {
        publishing({ version: 9, asOf: new Date(NOON - 10_001).toISOString() });
      },
    ],
    [
      'from the future',
      () => {
        publishing({ version: 9, asOf: new Date(NOON + 5001).toISOString() });
      },
    ],
    [
      'that is none',
      () => {
        stage.publish = () => 'no bundle';
      },
    ],
    [
      'that does not come',
      () => {
        stage.publish = () => '';
      },
    ],
  ])('does not give way to one %s', async (_, happen) => {
    publishing({ version: 3 });
    const held = holder();
    await held.poll();
    happen();
    await held.poll();
    expect(held.current()).toMatchObject({ version: 3 });
  });

  it('is not replaced by two grants of one id', async () => {
    const twice = await signed(MATTER);
    publishing({ version: 3, grants: [twice, { ...twice, version: 2 }] });
    const held = holder();
    await held.poll();
    expect(held.current()).toBeNull();
  });
});

describe('what the log is told', () => {
  const levels = async (...events: readonly (() => void)[]) => {
    const told: string[] = [];
    const note = (level: string) => (): void => void told.push(level);
    const quiet = { ...log, info: note('info'), warn: note('warn') } as unknown as Log;
    const held = holder({ log: quiet });
    for (const event of events) {
      event();
      await held.poll();
    }
    return told;
  };
  const away = (): void => {
    stage.publish = () => '';
  };

  it('is once that nobody answers, louder once that closes what others opened, and that it is over', async () => {
    const later = (): void => {
      stage.now += 10_001;
    };
    const back = (): void => {
      publishing({ version: 3 });
    };
    expect(await levels(away, away, later, away, back, back)).toEqual(['info', 'warn', 'info']);
  });

  it('is loudly that a bundle is of somebody else, or an earlier one', async () => {
    const forged = (): void => {
      publishing({ version: 9 }, makeSigningKey());
    };
    expect(await levels(forged, forged)).toEqual(['warn']);
    const versions = [3, 2].map((version) => (): void => {
      publishing({ version });
    });
    expect(await levels(...versions)).toEqual(['warn']);
  });
});

describe('asking', () => {
  it('goes on by itself, never twice at once, and ends', async () => {
    stage.delayMs = 700;
    publishing({ version: 3 });
    const held = holder().start();
    await pause(1800);
    held.close();
    expect(stage.mostAtOnce).toBe(1);
    expect(stage.asked).toBeGreaterThanOrEqual(2);
    const { asked } = stage;
    await pause(1200);
    expect(stage.asked).toBe(asked);
  });

  it('ends with whoever does not answer', async () => {
    stage.delayMs = 3000;
    publishing({ version: 3 });
    const held = holder();
    const began = performance.now();
    await held.poll();
    expect(performance.now() - began).toBeLessThan(2700);
    expect(held.current()).toBeNull();
    await pause(1200);
  });
});

describe('a version that the gateway has met', () => {
  it('is asked for before it is decided, once for all who name it', async () => {
    publishing({ version: 3 });
    const held = holder();
    await held.poll();
    publishing({ version: 4 });
    stage.asked = 0;
    const got = await Promise.all([held.atLeast(4), held.atLeast(4), held.atLeast(4)]);
    expect(got.map((grants) => grants?.version)).toEqual([4, 4, 4]);
    expect(stage.asked).toBe(1);
  });

  it('is not taken from a request that was under way before', async () => {
    publishing({ version: 3 });
    const held = holder();
    await held.poll();
    stage.delayMs = 100;
    const before = held.poll();
    const old = stage.publish;
    stage.publish = () => {
      publishing({ version: 4 });
      return old();
    };
    expect((await held.atLeast(4))?.version).toBe(4);
    await before;
  });

  it('that nobody has is asked for no more', async () => {
    publishing({ version: 3 });
    const held = holder();
    await held.poll();
    stage.asked = 0;
    expect((await held.atLeast(9))?.version).toBe(3);
    expect(stage.asked).toBe(1);
    expect((await held.atLeast(9))?.version).toBe(3);
    expect((await held.atLeast(8))?.version).toBe(3);
    expect(stage.asked).toBe(1);
  });

  it('is not waited for longer than a second', async () => {
    publishing({ version: 3 });
    const held = holder();
    await held.poll();
    stage.delayMs = 1800;
    const began = performance.now();
    expect((await held.atLeast(4))?.version).toBe(3);
    expect(performance.now() - began).toBeLessThan(1500);
    await held.poll();
  });

  it.each([2, 3, null])('before %p is known already', async (version) => {
    publishing({ version: 3 });
    const held = holder();
    await held.poll();
    stage.asked = 0;
    expect((await held.atLeast(version))?.version).toBe(3);
    expect(stage.asked).toBe(0);
  });
});

describe('an agency', () => {
  const held = (now: () => number = () => stage.now) =>
    holder({ check: new CountersignedGrants(['office'], new OrganizationKeyFile(keyFile, log, now), log) });
  const ids = (source: BundleHolder) => source.current()?.grants.map(({ id }) => id);

  it('goes by grants of its people that both sides signed as they stand', async () => {
    const { office, centre } = sides;
    const widened = { ...(await signed({ ...MATTER, id: 'widened' })), categories: ['SPECIFIC'] as const };
    publishing({
      grants: [
        await signed(MATTER),
        await signed({ ...MATTER, id: 'by one side' }, { office }),
        await signed({ ...MATTER, id: 'by the other' }, { centre }),
        await signed(
          { ...MATTER, id: 'by strangers' },
          { office: makeSigningKey(), centre: makeSigningKey() },
        ),
        await signed({ ...MATTER, id: 'crossed' }, { office: centre, centre: office }),
        widened,
        await signed({ ...MATTER, id: 'of others', provider: 'centre', recipient: 'office' }),
      ],
    });
    const source = held();
    await source.poll();
    expect(ids(source)).toEqual(['grant']);
  });

  it('lets go of a grant when a key is withdrawn', async () => {
    publishing({ grants: [await signed(MATTER)] });
    const source = held();
    await source.poll();
    expect(ids(source)).toEqual(['grant']);
    writeKeys({ office: sides.office });
    stage.now += 10_000;
    publishing({ grants: [await signed(MATTER)] });
    await source.poll();
    expect(ids(source)).toEqual([]);
    writeKeys(sides);
  });
});
