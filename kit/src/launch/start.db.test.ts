import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverAccount } from '../postgres/account';
import { socketUrl } from '../postgres/address';
import { withClient } from '../postgres/database';
import { deleteDataFolder, prepareServerFolders } from '../postgres/folders';
import { isAlive, runningPostmaster } from '../postgres/postmaster';
import { freePorts } from './ports';

const CHECKOUT = path.resolve(__dirname, '..', '..', '..');
jest.setTimeout(60_000);

/** Checkout and data folder in one; named so that a later run removes what an interrupted one leaves. */
const root = mkdtempSync(path.join(tmpdir(), `simpul-test-${String(process.pid)}-`));

/** Lets Node run the sources as they are. */
const RUN_TYPESCRIPT = `
  const { transformFileSync } = require('@swc/core');
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
`;

/** A process that serves nothing but its health, and notes its process id. */
const SERVE = `
  const { createServer } = require('node:http');
  require(process.env.CHILD).exitWithParent();
  require('node:fs').appendFileSync(process.env.PIDS, process.pid + '\\n');
  if (process.env.FAIL === __dirname) { console.log(JSON.stringify({ level: 50, msg: 'no lamp oil' })); process.exit(3); }
  const server = createServer((request, response) => response.end('{}')).listen(process.env.PORT, process.env.HOST);
  process.once('SIGTERM', () => { server.close(() => process.exit()); server.closeAllConnections(); });
`;

/** A loader that records what it loaded as the agencies' does, in blocks of 250. */
const LOAD = `
  const { Client } = require('pg');
  const { exitWithParent, reportProgress } = require(process.env.CHILD);
  exitWithParent();
  const connectionString = process.env.DATABASE_URL_LIGHTHOUSE ?? process.env.DATABASE_URL_POST_OFFICE;
  const people = Number(process.argv[3]);
  const load = async (client) => {
    await client.connect();
    await client.query('create table if not exists seed_run (name text primary key, runs int default 1)');
    for (let done = 1; done <= people / 250; done += 1) reportProgress({ done, total: people / 250 });
    await client.query('insert into seed_run values ($1) on conflict (name) do update set runs = seed_run.runs + 1', ['demo-people/' + people]);
    await client.end();
  };
  void load(new Client({ connectionString }));
`;

interface Run {
  readonly pid: number;
  readonly ended: Promise<number | null>;
  output(): string;
  errors(): string;
  signal(name: NodeJS.Signals): void;
}

const runs: Run[] = [];

function run(command: 'start' | 'demo', env: NodeJS.ProcessEnv = {}, ...args: string[]): Run {
  const child = spawn(process.execPath, [path.join(root, 'kit', 'src', 'launch', `${command}.ts`), ...args], {
    env: {
      PATH: '/usr/bin:/bin',
      NODE_OPTIONS: `--preserve-symlinks --preserve-symlinks-main --require ${path.join(root, 'typescript.cjs')}`,
      PIDS: path.join(root, 'pids'),
      CHILD: path.join(root, 'kit', 'src', 'launch', 'child'),
      SIMPUL_DATA: root,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const started: Run = {
    pid: child.pid ?? 0,
    ended: once(child, 'close').then(() => child.exitCode),
    output: () => output.join(''),
    errors: () => errors.join(''),
    signal: (name) => void child.kill(name),
  };
  runs.push(started);
  return started;
}

async function ready(house: Run): Promise<Run> {
  const hasEnded = { yet: false };
  void house.ended.then(() => (hasEnded.yet = true));
  while (!house.output().includes('\nready ')) {
    if (hasEnded.yet) throw new Error(`The house ended: ${house.errors()}`);
    await pause(50);
  }
  return house;
}

async function stop(house: Run): Promise<number | null> {
  house.signal('SIGINT');
  return house.ended;
}

/** The parts of the house that run; those that ended and that nobody waited for do not count. */
function living(): number[] {
  const pids = readFileSync(path.join(root, 'pids'), 'utf8').trim().split('\n').map(Number);
  return pids.filter((pid) => {
    const status = `/proc/${String(pid)}/status`;
    return isAlive(pid) && !(existsSync(status) && readFileSync(status, 'utf8').includes('State:\tZ'));
  });
}

function postmaster(): number | undefined {
  return runningPostmaster(prepareServerFolders(root, serverAccount()).cluster);
}

/** How often each size of population was loaded into an agency's database, while the server runs. */
async function loads(agency: string): Promise<unknown> {
  const { socket } = prepareServerFolders(root, serverAccount());
  const { rows } = await withClient(socketUrl(socket, agency), (client) =>
    client.query('select name, runs from seed_run order by name'),
  );
  return rows;
}

let port = 0;

beforeAll(async () => {
  [port = 0] = await freePorts(1);
  mkdirSync(path.join(root, 'kit'));
  symlinkSync(path.join(CHECKOUT, 'kit', 'src'), path.join(root, 'kit', 'src'));
  symlinkSync(path.join(CHECKOUT, 'node_modules'), path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'typescript.cjs'), RUN_TYPESCRIPT);
  for (const part of ['subgraphs/lighthouse', 'subgraphs/post-office', 'gateway']) {
    mkdirSync(path.join(root, part, 'dist', 'seed'), { recursive: true });
    writeFileSync(path.join(root, part, 'package.json'), '{}');
    writeFileSync(path.join(root, part, 'dist', 'main.js'), SERVE);
    if (part !== 'gateway') writeFileSync(path.join(root, part, 'dist', 'seed', 'demo.main.js'), LOAD);
  }
});

beforeAll(() => {
  mkdirSync(path.join(root, 'kit', 'dist', 'issuer'), { recursive: true });
  writeFileSync(path.join(root, 'kit', 'dist', 'issuer', 'main.js'), SERVE);
});

afterEach(async () => {
  for (const started of runs.splice(0)) await stop(started);
});

afterAll(() => {
  deleteDataFolder(root);
});

describe('npm start', () => {
  it('starts everything, loads a population once, and leaves no process after Ctrl-C', async () => {
    const house = await ready(run('start'));

    expect(house.output().trimEnd().split('\n').at(-1)).toBe(
      `ready http://127.0.0.1:${String(port)}/graphql`,
    );
    expect(house.errors()).toMatch(/100% of 2000 people/);
    expect(living()).toHaveLength(4);
    expect(await stop(house)).toBe(0);
    expect([living(), postmaster()]).toEqual([[], undefined]);

    await ready(run('start'));
    expect(await loads('lighthouse')).toEqual([{ name: 'demo-people/2000', runs: 1 }]);
    expect(await loads('post_office')).toEqual([{ name: 'demo-people/2000', runs: 1 }]);
  });

  it('listens on another loopback address when it is told to', async () => {
    const house = await ready(run('start', { HOST: '127.0.0.2' }));

    expect(house.output()).toContain(`ready http://127.0.0.2:${String(port)}/graphql`);
  });

  it('refuses a second house on the same data, and leaves the first alone', async () => {
    const house = await ready(run('start'));
    const second = run('start');

    expect(await second.ended).toBe(1);
    expect(second.errors()).toContain(`in use by npm start (process ${String(house.pid)})`);
    expect(living()).toHaveLength(4);
  });

  it('leaves no agency behind when it is killed, and starts again on the server that it left', async () => {
    const house = await ready(run('start'));
    const orphan = postmaster();
    house.signal('SIGKILL');
    await house.ended;
    while (living().length > 0) await pause(20);

    const second = await ready(run('start'));

    expect(postmaster()).toBe(orphan);
    expect(await stop(second)).toBe(0);
    expect([living(), postmaster()]).toEqual([[], undefined]);
  });

  it('stops altogether when a part of it fails, and says what the part said', async () => {
    const house = run('start', { FAIL: path.join(root, 'subgraphs', 'lighthouse', 'dist') });

    expect(await house.ended).toBe(1);
    expect(house.errors()).toMatch(
      /lighthouse ended unexpectedly \(exit code 3\)\. Its log is .*lighthouse\.log\n {2}no lamp oil/,
    );
    expect([living(), postmaster()]).toEqual([[], undefined]);
  });

  it('stops when the database server is gone', async () => {
    const house = await ready(run('start'));
    process.kill(postmaster() ?? 0, 'SIGKILL');

    expect(await house.ended).toBe(1);
    expect(house.errors()).toContain('PostgreSQL ended unexpectedly');
    expect(living()).toEqual([]);
  });

  it('says which port is taken', async () => {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const house = run('start');

    expect(await house.ended).toBe(1);
    expect(house.errors()).toContain(`Port ${String(port)} is in use`);
    server.close();
  });

  it('names bad keys and ends with the exit code of a bad configuration', async () => {
    const house = run('start', { PORT: 'four', SIMPUL_DTAA: '/x' });

    expect(await house.ended).toBe(78);
    expect(house.errors()).toMatch(/PORT: [^]*SIMPUL_DTAA: /);
  });
});

describe('npm run demo', () => {
  it('starts the server it needs, and stops it', async () => {
    const demo = run('demo', {}, '--people', '500');

    expect(await demo.ended).toBe(0);
    expect(demo.errors()).toMatch(/100% of 500 people/);
    expect(postmaster()).toBeUndefined();
  });

  it('loads into the house that runs, and leaves it running', async () => {
    await ready(run('start'));
    const demo = run('demo', {}, '--people', '750');

    expect(await demo.ended).toBe(0);
    expect(await loads('lighthouse')).toContainEqual({ name: 'demo-people/750', runs: 1 });
    expect(living()).toHaveLength(4);
  });

  it('refuses what it does not know', async () => {
    const demo = run('demo', {}, '--people', '300');

    expect(await demo.ended).toBe(1);
    expect(demo.errors()).toBe('--people 300: must be a multiple of 250, for example --people 100000.\n');
  });
});
