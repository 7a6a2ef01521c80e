import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '@simpul/kit/postgres/database';
import { type AgencyProcess, startAgencyProcess } from '../testkit/agency-process';
import { type EmptyDatabase, emptyDatabase } from '../testkit/audited-house';
import { GATEWAY_KEY, callerAs } from '../testkit/gateway-key';
import { guestHouse } from '../testkit/guest-house';

const CLIENTS = 8;
const ROUNDS = 4;
const agency = guestHouse('guest-house');
let database: EmptyDatabase;

beforeAll(async () => {
  database = await emptyDatabase(agency);
});
afterAll(() => database.drop());

/** Asks for a guest's name again and again until nobody answers; answers the ids of requests that were shown it. */
async function shownTo(origin: string): Promise<string[]> {
  const body = JSON.stringify({ query: '{ guests(rooms: 1) { name } }' });
  const shown: string[] = [];
  for (;;) {
    const id = randomUUID();
    const authorization = GATEWAY_KEY.signer().authorize(agency.name, callerAs(), body);
    const headers = { 'content-type': 'application/json', 'x-request-id': id, authorization };
    try {
      const text = await (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).text();
      if (text.includes('Guest 1')) shown.push(id);
    } catch {
      return shown;
    }
  }
}

it('has the record of every answer that left, wherever the process was killed', async () => {
  let answers = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const house: AgencyProcess = await startAgencyProcess(agency.name, database.url, {
      main: 'test/dist/testkit/guest-house.main.js',
      env: { LOG_LEVEL: 'info' },
    });
    const clients = Array.from({ length: CLIENTS }, () => shownTo(house.origin));
    await pause(300 + Math.random() * 200);
    house.child.kill('SIGKILL');
    await house.ended;
    const shown = (await Promise.all(clients)).flat();
    const recorded = await withClient(database.url, (client) =>
      client.query('SELECT DISTINCT request_id FROM audit_record WHERE request_id = ANY ($1)', [shown]),
    );
    expect(recorded.rowCount).toBe(shown.length);
    answers += shown.length;
  }
  expect(answers).toBeGreaterThan(ROUNDS * CLIENTS);
});
