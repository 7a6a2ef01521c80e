import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '@simpul/kit/launch/command';
import { CannotStart } from '@simpul/kit/postgres/cannot-start';
import { withClient } from '@simpul/kit/postgres/database';
import { deleteDataFolder } from '@simpul/kit/postgres/folders';
import { roleUrls } from '@simpul/kit/database/roles';
import { EarlierHouse } from './earlier-house';
import { FullHouse } from './full-house';
import { partsIn } from './profile';
import { type ProcessCpu, cpuBelow } from './process-tree';
import { readAnswer, readOperation, send } from './question';

const INTERRUPTED = 130;
const WARM_UP = 60;
const ROUNDS = 15;
const PAGES = 20;
const PROFILED = 200;
/** What trust may cost, as a ratio. */
const MOST = 1.35;
const TOKEN_USED_MS = 120_000;

/** A page of 100 people over four agencies: the office's own, the centre's, the employers', names from the province. */
const QUESTION = 'agencies-07';
const ASKER = { login: 'caseworker-cilegon', purpose: 'PLACEMENT' } as const;
/** So many that the page is full. */
const PEOPLE = 25_000;

/** Processes by what they do for a page. */
const KINDS: readonly (readonly [kind: string, title: RegExp])[] = [
  ['gateway', /gateway\/dist\/main/],
  ['agencies', /subgraphs\/.*\/main/],
  ['PostgreSQL', /postgres/],
  ['others', /^/],
];

/** CPU in ms for each page, by kind of process. */
type Cpu = ReadonlyMap<string, number>;
/** What pages cost without and with, one right after the other. */
type Round = readonly [without: Cpu, along: Cpu];

const NOTHING: Cpu = new Map();
const RECORDS = 'PostgreSQL, records of access';

interface Side {
  readonly cpu: () => readonly ProcessCpu[];
  readonly ask: () => Promise<unknown>;
  /** Processes of PostgreSQL that write and chain records of access. */
  readonly recorders: () => Promise<ReadonlySet<number>>;
}

/** The command behind `npm run bench:trust`: CPU of a page with identity, agreements and records, and of one without. */
async function benchmark(halt: AbortController): Promise<void> {
  const folder = readFolder();
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'simpul-bench-'));
  try {
    const house = await FullHouse.plan(dataFolder, halt);
    const rounds = await alternate(new EarlierHouse(folder, house.config.inherited), house, halt);
    report(rounds, await profiled(dataFolder, halt));
  } finally {
    deleteDataFolder(dataFolder);
  }
}

async function alternate(earlier: EarlierHouse, house: FullHouse, halt: AbortController): Promise<Round[]> {
  try {
    const [without, along] = await open(earlier, house);
    for (const { ask } of [without, along]) for (let page = 0; page < WARM_UP; page += 1) await ask();
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      halt.signal.throwIfAborted();
      // Who goes first changes, so that neither always finds the machine as the other left it.
      const order = round % 2 === 0 ? [without, along] : [along, without];
      const spent = new Map<Side, Cpu>();
      for (const side of order) spent.set(side, await cpuOfPages(side));
      rounds.push([spent.get(without) ?? NOTHING, spent.get(along) ?? NOTHING]);
    }
    return rounds;
  } finally {
    await earlier.close();
    await house.close();
  }
}

async function open(earlier: EarlierHouse, house: FullHouse): Promise<[Side, Side]> {
  const origins = [await earlier.open(PEOPLE), await house.open()] as const;
  await house.fill(PEOPLE);
  const nobody = (): Promise<ReadonlySet<number>> => Promise.resolve(new Set());
  return [
    { cpu: () => cpuBelow(earlier.pid), ask: asking(house, origins[0]), recorders: nobody },
    {
      cpu: () => cpuBelow(process.pid, earlier.pid),
      ask: asking(house, origins[1]),
      recorders: () => recordersOf(house),
    },
  ];
}

/** Asks for the page, always with a token that is good; the earlier house looks at none. */
function asking(house: FullHouse, origin: string): () => Promise<unknown> {
  const query = readOperation(QUESTION);
  let held = { token: '', since: -Infinity };
  return async () => {
    if (Date.now() - held.since > TOKEN_USED_MS)
      held = { token: await house.token(ASKER.login), since: Date.now() };
    const question = { name: QUESTION, query, variables: {}, purpose: ASKER.purpose, token: held.token };
    const { rows } = readAnswer(question, await send(origin, question));
    if (rows < 100) throw new CannotStart(`The page holds ${String(rows)} rows; it should be full.`);
  };
}

async function recordersOf({ databases, programs }: FullHouse): Promise<ReadonlySet<number>> {
  const [{ name } = { name: '' }] = programs.agencies;
  const { rows } = await withClient(roleUrls(databases.urlOf(name), name).owner, (client) =>
    client.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE application_name LIKE '%audit%'`),
  );
  return new Set(rows.map(({ pid }) => pid));
}

async function cpuOfPages({ cpu, ask, recorders }: Side): Promise<Cpu> {
  const before = new Map(cpu().map(({ pid, ms }) => [pid, ms]));
  for (let page = 0; page < PAGES; page += 1) await ask();
  const after = cpu();
  const ofRecords = await recorders();
  const spent = new Map<string, number>();
  for (const { pid, title, ms } of after) {
    const [kind = ''] = KINDS.find(([, titles]) => titles.test(title)) ?? [];
    const part = ofRecords.has(pid) ? RECORDS : kind;
    spent.set(part, (spent.get(part) ?? 0) + (ms - (before.get(pid) ?? 0)) / PAGES);
  }
  return spent;
}

/** What each part costs for a page within the Node processes, by their own profiles. */
async function profiled(dataFolder: string, halt: AbortController): Promise<Cpu> {
  const folder = mkdtempSync(path.join(tmpdir(), 'simpul-profiles-'));
  const house = await FullHouse.plan(dataFolder, halt, `--cpu-prof --cpu-prof-dir=${folder}`);
  const now = (): number => Number(process.hrtime.bigint()) / 1e6;
  const stretch = { from: 0, to: 0 };
  try {
    const ask = asking(house, await house.open());
    for (let page = 0; page < WARM_UP; page += 1) await ask();
    stretch.from = now();
    for (let page = 0; page < PROFILED; page += 1) await ask();
    stretch.to = now();
  } finally {
    await house.close();
  }
  const parts = partsIn(folder, stretch);
  rmSync(folder, { recursive: true });
  return new Map([...parts].map(([part, ms]) => [part, ms / PROFILED]));
}

function report(rounds: readonly Round[], parts: Cpu): void {
  const kinds = [...new Set(rounds.flatMap(([without, along]) => [...without.keys(), ...along.keys()]))];
  print(`CPU of a page of 100 people over four agencies, in ms: median of ${String(rounds.length)} rounds\n`);
  print(row('', 'without', 'with'));
  for (const kind of kinds.sort()) print(row(kind, ...both(rounds, (cpu) => cpu.get(kind) ?? 0)));
  const total = (cpu: Cpu): number => [...cpu.values()].reduce((sum, ms) => sum + ms, 0);
  print(row('all', ...both(rounds, total)));
  print('\nof it within Node, by profile (it slows them, so take these as shares)');
  for (const [part, ms] of parts) print(row(part, '', ms.toFixed(2)));
  const ratio = median(rounds.map(([without, along]) => total(along) / total(without)));
  print(`\ncost of trust: ${ratio.toFixed(2)}x`);
  if (ratio > MOST) process.exitCode = 1;
}

function both(rounds: readonly Round[], of: (cpu: Cpu) => number): [string, string] {
  const at = (side: 0 | 1): string => median(rounds.map((round) => of(round[side]))).toFixed(2);
  return [at(0), at(1)];
}

function row(what: string, without: string, along: string): string {
  return what.padEnd(34) + [without, along].map((cell) => cell.padStart(9)).join('');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function readFolder(): string {
  const { values } = parseArgs({ options: { earlier: { type: 'string' } } });
  if (values.earlier !== undefined) return path.resolve(values.earlier);
  throw new CannotStart(
    'Usage: npm run bench:trust -- --earlier FOLDER, where an earlier commit is checked out and built.',
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

void runCommand(benchmark, INTERRUPTED);
