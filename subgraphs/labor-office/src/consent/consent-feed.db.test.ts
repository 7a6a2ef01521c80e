import { randomUUID } from 'node:crypto';
import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import { type AgencyDatabase, ownWork } from '@simpul/kit/database/database';
import { organizationId } from '@simpul/schema/contract/ids';
import { consentRow } from '@simpul/test/testkit/consent-feed';
import { type LabourOffice, officer, openLabourOffice } from '@simpul/test/testkit/labour-office';
import { laborOffice } from '../agency';
import { type ChangePage, consentFeedRepository } from './consent-feed.repository';
import { consentFeed } from './consent-feed.service';

const GIVE = 'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } } }';
const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

let office: LabourOffice;
let reader: AgencyDatabase;
let person: string;
beforeAll(async () => {
  office = await openLabourOffice();
  reader = await openAgencyDatabase(laborOffice, office.urls);
});
afterAll(async () => {
  await reader.close();
  await office.close();
});
beforeEach(async () => {
  person = await office.register('disnakertrans-kota-serang');
});

/** As the feed is read: by the agency's own work, in a process beside the one that is changing things. */
const read = (after: number): Promise<ChangePage> =>
  reader.work(ownWork('feed'), (db) => consentFeed.read(db, after));

async function give(): Promise<string> {
  const { data, errors } = await office.ask(officer('disnakertrans-kota-serang'), GIVE, {
    input: {
      ...{ idempotencyKey: randomUUID(), person, recipient: organizationId('apindo'), purpose: 'PLACEMENT' },
      ...{ categories: ['IDENTITY'], evidenceHash: 'a1'.repeat(32) },
    },
  });
  expect(errors).toBeUndefined();
  return (data?.['giveConsent'] as { id: string }).id;
}

/** Withdraws a consent in a transaction that stays open until it is let go. */
async function withdrawSlowly(consent: string): Promise<{ end: () => Promise<void> }> {
  let letGo: () => void = () => undefined;
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let done = Promise.resolve();
  await new Promise<void>((told) => {
    done = office.database.work(ownWork('slow'), async (db) => {
      await consentFeedRepository.tell(db, { kind: 'WITHDRAWN', consent, person });
      told();
      await isLetGo;
    });
  });
  return {
    end: () => {
      letGo();
      return done;
    },
  };
}

it('tells changes in the order in which they are committed: one that overlaps another waits, and none is skipped', async () => {
  const { version } = await read(0);
  const slow = await consentRow(office, person);
  const first = await withdrawSlowly(slow);
  const second = give();
  while ((await office.sql(WAITING)).length === 0) expect(await read(version)).toMatchObject({ changes: [] });
  expect(await read(version)).toMatchObject({ version, changes: [] });
  await first.end();
  const quick = await second;
  const page = await read(version);
  expect(page.version).toBe(version + 2);
  expect(page.changes).toEqual([
    { version: version + 1, mark: expect.any(String) as string, kind: 'WITHDRAWN', consent: slow, person },
    expect.objectContaining({ version: version + 2, kind: 'GIVEN', consent: quick, person }),
  ]);
});

it('gives no place to a change that did not happen', async () => {
  const { version } = await read(0);
  const abandoned = office.database.work(ownWork('abandoned'), async (db) => {
    await consentFeedRepository.tell(db, {
      ...{ kind: 'WITHDRAWN', consent: await consentRow(office, person), person },
    });
    throw new Error('abandoned');
  });
  await expect(abandoned).rejects.toThrow('abandoned');
  await give();
  const { changes, version: next } = await read(version);
  expect([next, changes.map((change) => change.version)]).toEqual([version + 1, [version + 1]]);
});

it('knows every change again by its mark', async () => {
  await give();
  const { version, changes } = await read(0);
  const last = changes.at(-1);
  expect(await read(version)).toEqual({ after: version, version, mark: last?.mark, changes: [] });
  expect(await read(version + 1)).toMatchObject({ version, mark: null, changes: [] });
});
