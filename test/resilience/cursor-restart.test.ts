import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { trainingCenter } from '@simpul/training-center/agency';
import { type Reply, type TestAgency, askAgency, openTestAgency } from '../testkit/agency';
import { startAgencyProcess } from '../testkit/agency-process';

const PROGRAMMES =
  'query ($after: String) { programmes(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }';
const [OLD, NEW] = [7, 9].map((byte) => Buffer.alloc(32, byte).toString('base64'));

let agency: TestAgency;
const folder = mkdtempSync(path.join(tmpdir(), 'simpul-cursors-'));
const file = path.join(folder, 'cursor-keys.json');
beforeAll(async () => {
  agency = await openTestAgency(trainingCenter);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await agency.close();
});

/** What a process of the agency answers that was started with these keys and is gone afterwards. */
async function answered(keys: object, after: string | null): Promise<Reply> {
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  const { origin, child, ended } = await startAgencyProcess('training-center', agency.databaseUrl, {
    env: { CURSOR_KEYS_FILE: file },
  });
  const reply = await askAgency({ origin, name: 'training-center' }, PROGRAMMES, { after });
  child.kill();
  await ended;
  return reply;
}

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

function pageIn({ data, errors }: Reply): Page {
  expect(errors).toBeUndefined();
  return data?.['programmes'] as Page;
}

it('a cursor outlives its agency’s process and a change of its key, until the key is taken out', async () => {
  const first = pageIn(await answered({ active: 'k1', keys: { k1: OLD } }, null));
  const { endCursor } = first.pageInfo;
  const second = pageIn(await answered({ active: 'k1', keys: { k1: OLD } }, endCursor));
  expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(4);

  const changed = pageIn(await answered({ active: 'k2', keys: { k1: OLD, k2: NEW } }, endCursor));
  expect(changed.nodes).toEqual(second.nodes);
  expect(changed.pageInfo.endCursor).not.toBe(second.pageInfo.endCursor);

  const gone = await answered({ active: 'k2', keys: { k2: NEW } }, endCursor);
  expect(gone.errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
    ['BAD_USER_INPUT', expect.stringMatching(/^after: .*Ask for the first page again/)],
  ]);
});
