import { organizationId } from '@simpul/schema/contract/ids';
import { type PlantedNumber, plantNumbers } from '../../testkit/numbers';
import { AGENCIES, type AgencyName, type House, openHouse } from '../../testkit/house';
import { type Hit, Search, canaries, formsOf } from './needles';
import { dump, filesBelow } from './stores';
import { type Tally, Traffic } from './traffic';
import { type Captured, Wire, keptLog } from './wires';

const PEOPLE_PER_BLOCK = 250;
const OFFICE = organizationId('disnakertrans-kota-serang');

/** Where a blind index may be, and no canary in any other form. */
const HOME = 'database labor-office, identity.person_nik';
const BLIND_INDEX = 'blind index';

/** What the proof found. */
export interface Finding {
  readonly planted: number;
  readonly tally: Tally;
  /** Canaries anywhere, in any form. */
  readonly hits: readonly Hit[];
  /** Canaries that are at home: encrypted, with their blind index. */
  readonly atHome: number;
  /** Of three leaks that are made on purpose afterwards, how many the same search finds. */
  readonly plantedLeaksFound: number;
  readonly characters: number;
}

/** How much of a proof. */
export interface Extent {
  /** Blocks of 250 people, each of whom gets a canary. */
  readonly blocks: number;
  /** How many canaries are put in every wrong place. */
  readonly misplaced: number;
  /** Where the database server logs to, to be searched as well. */
  readonly logFolder?: string;
}

/** Plants canaries in a house, sends it everything, and looks for them everywhere. */
export async function lookForCanaries({ blocks, misplaced, logFolder }: Extent): Promise<Finding> {
  const names = Object.keys(AGENCIES) as AgencyName[];
  const wires = new Map(await Promise.all(names.map(async (name) => [name, await Wire.tap(name)] as const)));
  const logs: Captured[] = [];
  const house = await openHouse(blocks, {
    replaced: Object.fromEntries([...wires].map(([name, wire]) => [name, wire.url])),
    logOf: (process) => keptLog(process, logs),
  });
  for (const [name, wire] of wires) wire.target = `${house.agencies[name].origin}/graphql`;
  try {
    const planted = await plantNumbers(
      house.agencies['labor-office'],
      canaries(blocks * PEOPLE_PER_BLOCK),
      OFFICE,
    );
    const traffic = new Traffic(house, planted);
    const tally = await traffic.run(misplaced);
    const passed = [...traffic.captured, ...[...wires.values()].flatMap(({ captured }) => captured), ...logs];
    const found = await search(house, { planted, passed, logFolder });
    const [leaking] = planted;
    const leaked = leaking ? await leak(house, leaking.nik) : [];
    const again = await search(house, { planted, passed: leaked, logFolder: undefined });
    const leaks = again.hits.filter(({ canary }) => canary === leaking?.nik).map(({ place }) => place);
    return {
      ...{ planted: planted.length, tally, hits: found.hits, atHome: found.atHome },
      plantedLeaksFound: new Set(leaks).size,
      characters: found.characters,
    };
  } finally {
    await house.close();
    await Promise.all([...wires.values()].map((wire) => wire.close()));
  }
}

interface Searched {
  readonly planted: readonly PlantedNumber[];
  readonly passed: readonly Captured[];
  readonly logFolder: string | undefined;
}

async function search(
  house: House,
  { planted, passed, logFolder }: Searched,
): Promise<{ hits: Hit[]; atHome: number; characters: number }> {
  const looking = new Search(
    planted.flatMap(({ nik, blindIndex }) => [
      ...formsOf(nik),
      { canary: nik, form: BLIND_INDEX, text: blindIndex },
    ]),
  );
  for (const { place, text } of passed) looking.in(place, text);
  for (const [name, { databaseUrl }] of Object.entries(house.agencies))
    for await (const { place, text } of dump(name, databaseUrl)) looking.in(place, text);
  if (logFolder !== undefined) for (const { place, text } of filesBelow(logFolder)) looking.in(place, text);
  const isHome = ({ form, place }: Hit): boolean => form === BLIND_INDEX && place === HOME;
  return {
    hits: looking.hits.filter((hit) => !isHome(hit)),
    atHome: new Set(looking.hits.filter(isHome).map(({ canary }) => canary)).size,
    characters: looking.characters,
  };
}

/** Three leaks of one number: into another agency's history, hashed into its keys, and into a log. */
async function leak({ agencies }: House, nik: string): Promise<Captured[]> {
  await agencies.employers.sql(
    `INSERT INTO event (aggregate_type, aggregate_id, aggregate_version, type, occurred_on, recorded_at, actor_org, request_id, payload, demo)
     VALUES ('Leak', 'leak', 1, 'Leaked', current_date, now(), 'leak', 'leak', jsonb_build_object('note', 'to ' || $1), true)`,
    [nik],
  );
  await agencies.province.sql(
    `INSERT INTO idempotency (client, field, key, input_hash, used_at)
     VALUES ('leak', 'leak', 'leak', encode(sha256($1::bytea), 'hex'), now())`,
    [nik],
  );
  return [
    { place: 'log of a leak', text: JSON.stringify({ note: Buffer.from(`x${nik}`).toString('base64') }) },
  ];
}
