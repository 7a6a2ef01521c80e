import { Finding } from './finding';

/** What is committed equals what the code says now, file by file. */
export function checkDrift(
  committed: ReadonlyMap<string, string>,
  current: ReadonlyMap<string, string>,
): Finding[] {
  const files = [...new Set([...committed.keys(), ...current.keys()])].sort();
  return files
    .filter((file) => committed.get(file) !== current.get(file))
    .map((file) => ({
      rule: 'drift',
      coordinate: file,
      message: driftOf(committed.get(file), current.get(file)),
    }));
}

function driftOf(committed: string | undefined, current: string | undefined): string {
  if (current === undefined) return 'Nothing writes this file any more; delete it.';
  if (committed === undefined) return 'Run `npm run schema` and commit the file.';
  const lines = current.split('\n');
  const line = committed.split('\n').findIndex((text, index) => text !== lines[index]);
  const place = line < 0 ? lines.length : line + 1;
  return `Differs from the code from line ${place} on; run \`npm run schema\` and commit.`;
}
