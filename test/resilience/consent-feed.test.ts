import { randomUUID } from 'node:crypto';
import type { ConsentHolder } from '@simpul/kit/agency/consent-holder';
import { makeSigningKey } from '@simpul/kit/keys/signing-key';
import { FeedRefused, signConsents } from '@simpul/kit/policy/consent-feed';
import { SignatureRefused } from '@simpul/kit/policy/jws';
import type { ConsentFeed } from '@simpul/schema/contract/consent-feed';
import { organizationId } from '@simpul/schema/contract/ids';
import { type ConsentHouse, consentRow, openConsentHouse } from '../testkit/consent-feed';
import { officer } from '../testkit/labour-office';

const SERANG = officer('disnakertrans-kota-serang');

let house: ConsentHouse;
let person: string;
beforeEach(async () => {
  house = await openConsentHouse();
  person = await house.office.register('disnakertrans-kota-serang');
});
afterEach(() => house.close());

async function change(field: 'give' | 'withdraw', input: object): Promise<string> {
  const type = field === 'give' ? 'GiveConsentInput' : 'WithdrawConsentInput';
  const document = `mutation ($input: ${type}!) { ${field}Consent(input: $input) { ... on Consent { id } } }`;
  const { data, errors } = await house.office.ask(SERANG, document, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  expect(errors).toBeUndefined();
  return (data?.[`${field}Consent`] as { id: string }).id;
}
const give = (purpose = 'PLACEMENT'): Promise<string> =>
  change('give', {
    ...{ person, recipient: organizationId('apindo'), purpose, categories: ['IDENTITY', 'CONTACT'] },
    ...{ validUntil: '2026-12-31', evidenceHash: 'a1'.repeat(32) },
  });

const hear = (holder: ConsentHolder): Promise<void> => {
  house.now = new Date();
  return holder.hear(new AbortController().signal);
};
const held = async (): Promise<string[]> => {
  const rows = await house.held<{ consent_id: string }>(
    'SELECT consent_id FROM consent_echo ORDER BY consent_id',
  );
  return rows.map(({ consent_id: id }) => id);
};
const position = async (): Promise<number | undefined> =>
  (await house.held<{ version: number }>('SELECT version FROM consent_position'))[0]?.version;

it('brings what is given, word for word, and takes away what is withdrawn', async () => {
  const holder = house.holder();
  const consent = await give();
  await hear(holder);
  expect(await house.held('SELECT * FROM consent_echo')).toEqual([
    {
      ...{
        person_id: person,
        consent_id: consent,
        recipient_id: organizationId('apindo'),
        purpose: 'PLACEMENT',
      },
      ...{
        categories: ['CONTACT', 'IDENTITY'],
        valid_from: '2026-06-15',
        valid_until: '2026-12-31',
        demo: true,
      },
    },
  ]);
  await change('withdraw', { consent });
  await hear(holder);
  expect(await held()).toEqual([]);
  expect(await position()).toBe(2);
  await hear(holder);
  expect(house.asked).toEqual([0, 1, 2]);
});

it('tells nothing but ids, purpose, categories and days', async () => {
  await give();
  await hear(house.holder());
  const [, payload = ''] = String(house.answered[0]).split('.');
  const { changes } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as ConsentFeed;
  expect(changes.map((told) => Object.keys(told).sort())).toEqual([
    [
      ...['categories', 'consent', 'demo', 'kind', 'mark', 'person', 'purpose', 'recipient'],
      ...['validFrom', 'validUntil', 'version'],
    ],
  ]);
});

it('goes on where it was when a holder is killed, and repeats nothing', async () => {
  const first = await give();
  await hear(house.holder());
  const second = await give('TRAINING');
  await hear(house.holder());
  expect(house.asked).toEqual([0, 1]);
  expect(await held()).toEqual([first, second].sort());
});

it('leaves a holder that is killed while it writes as it was', async () => {
  const consent = await give();
  await house.held('ALTER TABLE consent_position ADD CONSTRAINT killed CHECK (version = 0)');
  const holder = house.holder();
  await expect(hear(holder)).rejects.toThrow('killed');
  expect([await held(), await position(), holder.isFresh()]).toEqual([[], 0, false]);
  await house.held('ALTER TABLE consent_position DROP CONSTRAINT killed');
  await hear(holder);
  expect([await held(), await position(), holder.isFresh()]).toEqual([[consent], 1, true]);
});

it('is harmless to a holder that has the consent already, or never had it', async () => {
  const consent = await give();
  await house.held(
    `INSERT INTO consent_echo (person_id, consent_id, recipient_id, purpose, categories, valid_from, demo)
     VALUES ($1, $2, $3, 'PLACEMENT', '{IDENTITY}', '2026-01-01', true)`,
    [person, consent, randomUUID()],
  );
  const loaded = await consentRow(house.office, person);
  await change('withdraw', { consent: loaded });
  await hear(house.holder());
  expect(await house.held('SELECT consent_id, categories, valid_from FROM consent_echo')).toEqual([
    { consent_id: consent, categories: ['CONTACT', 'IDENTITY'], valid_from: '2026-06-15' },
  ]);
});

it('comes page by page to a holder that has missed much, which is not up to date before the last', async () => {
  const many = 1001;
  await house.office.sql(
    `WITH given AS (
       INSERT INTO consent (person_id, id, recipient_id, purpose, categories, given_at, demo)
       SELECT $1, gen_random_uuid(), gen_random_uuid(), 'PLACEMENT', '{IDENTITY}', '2026-06-15T09:00:00+07:00', true
       FROM generate_series(1, $2::int) RETURNING id)
     INSERT INTO consent_change (version, person_id, consent_id, kind) SELECT row_number() OVER (), $1, id, 'GIVEN' FROM given`,
    [person, many],
  );
  await house.office.sql('UPDATE consent_version SET version = $1', [many]);
  const holder = house.holder();
  house.onTheWay = (jws) => (house.answered.length === 1 ? 503 : jws);
  await expect(hear(holder)).rejects.toThrow('503');
  expect([(await held()).length, await position(), holder.isFresh()]).toEqual([1000, 1000, false]);
  await hear(holder);
  expect([(await held()).length, await position(), holder.isFresh()]).toEqual([many, many, true]);
  expect(house.asked).toEqual([0, 1000, 1000]);
});

it('is written once by two processes of one agency', async () => {
  const [one, other] = [house.holder(), house.holder()];
  const first = await give();
  await Promise.all([hear(one), hear(other)]);
  const second = await give('TRAINING');
  await hear(one);
  await hear(other);
  expect([await held(), await position()]).toEqual([[first, second].sort(), 2]);
  expect([one.isFresh(), other.isFresh()]).toEqual([true, true]);
});

it('is not set back by a process whose answer comes after those of another', async () => {
  const consent = await give();
  let arrive = (): void => undefined;
  const isOnTheWay = new Promise<void>((told) => {
    house.onTheWay = (jws) =>
      new Promise((resolve) => {
        arrive = () => {
          resolve(jws);
        };
        told();
      });
  });
  const slow = house.holder();
  const late = hear(slow);
  await isOnTheWay;
  await change('withdraw', { consent });
  house.onTheWay = (jws) => jws;
  await hear(house.holder());
  arrive();
  await late;
  expect([await held(), await position(), slow.isFresh()]).toEqual([[], 2, true]);
  expect(house.asked).toEqual([0, 0, 2]);
});

it('is believed from nobody else, nor when it is old', async () => {
  const holder = house.holder();
  const consent = await give();
  await hear(holder);
  const [, payload = ''] = String(house.answered[0]).split('.');
  const page = JSON.parse(Buffer.from(payload, 'base64url').toString()) as ConsentFeed;
  house.onTheWay = () => signConsents({ ...page, after: 1, changes: [] }, makeSigningKey());
  await expect(hear(holder)).rejects.toThrow(new SignatureRefused('KEY_UNKNOWN'));
  house.onTheWay = (jws) => jws;
  await hear(holder);
  const empty = String(house.answered.at(-1));
  await change('withdraw', { consent });
  house.onTheWay = () => empty;
  house.now = new Date(Date.now() + 10_500);
  await expect(holder.hear(new AbortController().signal)).rejects.toThrow(new FeedRefused('OUT_OF_DATE'));
  expect(holder.isFresh()).toBe(false);
});

it('closes for good when the labour office has lost changes that the holder knows', async () => {
  await give();
  const holder = house.holder();
  await hear(holder);
  await house.office.sql('UPDATE consent_change SET mark = gen_random_uuid()');
  await expect(hear(holder)).rejects.toThrow(new FeedRefused('OTHER_HISTORY'));
  await house.office.sql('DELETE FROM consent_change');
  await house.office.sql('UPDATE consent_version SET version = 0');
  await expect(hear(holder)).rejects.toThrow(new FeedRefused('OTHER_HISTORY'));
});

it('is out of date ten seconds after the last word, however often the labour office does not answer', async () => {
  const holder = house.holder();
  expect(holder.isFresh()).toBe(false);
  await hear(holder);
  const heard = house.now.getTime();
  house.onTheWay = () => 503;
  const after = async (ms: number): Promise<boolean> => {
    await expect(hear(holder)).rejects.toThrow('503');
    house.now = new Date(heard + ms);
    return holder.isFresh();
  };
  expect([await after(9_900), await after(10_001), await after(-60_000)]).toEqual([true, false, false]);
  house.onTheWay = (jws) => jws;
  await hear(holder);
  expect(holder.isFresh()).toBe(true);
});

it('waits three seconds for an answer, and no longer than it is stopped', async () => {
  const holder = house.holder();
  const stop = new AbortController();
  house.onTheWay = () => {
    stop.abort(new Error('stopped'));
    return new Promise(() => undefined);
  };
  await expect(holder.hear(stop.signal)).rejects.toThrow();
  await expect(holder.hear(stop.signal)).rejects.toThrow('stopped');
  expect(house.asked).toEqual([0]);
});
