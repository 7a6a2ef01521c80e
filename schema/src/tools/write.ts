import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compose } from '../checks/composition';
import { printFindings } from '../checks/finding';
import { API_FILE, emitSubgraphs, listAgencies, ROOT, subgraphFile, SUPERGRAPH_FILE } from './house';

async function main(): Promise<void> {
  const emitted = await emitSubgraphs(listAgencies());
  for (const { name, sdl } of emitted) write(subgraphFile(name), sdl);
  const composed = compose(emitted);
  if (Array.isArray(composed)) {
    console.error(printFindings(composed));
    process.exitCode = 1;
    return;
  }
  write(SUPERGRAPH_FILE, composed.supergraph);
  write(API_FILE, composed.api);
}

function write(file: string, text: string): void {
  const path = join(ROOT, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`written ${file}`);
}

void main();
