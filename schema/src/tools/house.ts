import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { OperationFile } from '../checks/operations';
import { SubgraphSdl } from '../checks/subgraph';

const run = promisify(execFile);

/** Root folder of the house, seen from the compiled tool. */
export const ROOT = resolve(__dirname, '../../..');

/** File names, relative to the root, of what the parties read. */
export const SUPERGRAPH_FILE = 'schema/supergraph.graphql';
export const API_FILE = 'schema/api.graphql';

/** File of an agency's published SDL, relative to the root. */
export function subgraphFile(agency: string): string {
  return `schema/subgraphs/${agency}.graphql`;
}

/** Names of the agencies: every folder of `subgraphs` that is a workspace. */
export function listAgencies(): string[] {
  return readdirSync(join(ROOT, 'subgraphs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, 'subgraphs', entry.name, 'package.json')))
    .map(({ name }) => name)
    .sort();
}

/**
 * Asks each agency's built code for its SDL. A child process each, since schema imports no agency and decorators
 * fill a store that is global to a process.
 */
export async function emitSubgraphs(agencies: readonly string[]): Promise<SubgraphSdl[]> {
  return Promise.all(
    agencies.map(async (name) => {
      const { stdout } = await run(process.execPath, [`subgraphs/${name}/dist/schema.main.js`], {
        cwd: ROOT,
        maxBuffer: 16 * 1024 * 1024,
      });
      return { name, sdl: `${stdout.trim()}\n` };
    }),
  );
}

/** What was agreed, as committed under `schema/contract`. */
export function readContract(): SubgraphSdl[] {
  const folder = join(ROOT, 'schema/contract');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({
      name: file.replace(/[.]graphql$/, ''),
      sdl: readFileSync(join(folder, file), 'utf8'),
    }));
}

/** Text of a file that the house cannot do without. */
export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What `npm run schema` wrote and somebody committed: subgraphs, supergraph and client schema, as far as they exist. */
export function readPublished(): Map<string, string> {
  const folder = 'schema/subgraphs';
  const subgraphs = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : [];
  const files = [...subgraphs.map((file) => `${folder}/${file}`), SUPERGRAPH_FILE, API_FILE];
  return new Map(files.filter((file) => existsSync(join(ROOT, file))).map((file) => [file, readText(file)]));
}

/** The registered operations of every class of clients. */
export function readOperations(): OperationFile[] {
  const root = join(ROOT, 'schema/operations');
  return readdirSync(root).flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => ({ folder, name, text: readFileSync(join(root, folder, name), 'utf8') })),
  );
}
