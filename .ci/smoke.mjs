// Starts the whole house under the Node that runs this file, asks one question across it, and stops it again.
// With a major version as its argument it refuses to run under any other.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const READY = /^ready (http:\/\/\S+)$/;
const START_WITHIN_MS = 180_000;
const QUESTION = '{ regions(first: 1) { nodes { code name } } vacancies(first: 1) { totalCount } }';

const [expectedMajor] = process.argv.slice(2);
const [major] = process.versions.node.split('.');
if (expectedMajor !== undefined && major !== expectedMajor) {
  throw new Error(`This is Node ${process.version}, and not Node ${expectedMajor}.`);
}

const folder = await mkdtemp(join(tmpdir(), 'simpul-smoke-'));
const house = spawn(process.execPath, ['kit/dist/launch/start.js'], {
  env: { ...process.env, PORT: String(await freePort()), SIMPUL_DATA: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => house.once('exit', (code) => resolve(code)));

const answer = await question().finally(stop);
console.log(`Node ${process.version} answers ${JSON.stringify(answer)}`);
if (answer.errors || !answer.data?.regions?.nodes.length) process.exitCode = 1;

async function stop() {
  house.kill('SIGINT');
  if ((await ended) !== 0) process.exitCode = 1;
  await rm(folder, { recursive: true, force: true });
}

async function question() {
  const url = await ready();
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION }),
  });
  return reply.json();
}

async function ready() {
  const late = setTimeout(() => house.kill('SIGTERM'), START_WITHIN_MS);
  for await (const line of createInterface({ input: house.stdout })) {
    console.log(line);
    const url = READY.exec(line)?.[1];
    if (!url) continue;
    clearTimeout(late);
    house.stdout.resume();
    return url;
  }
  throw new Error('The house ended before it was ready.');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
