import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What trust adds to a process, by the files that do it; of a sample the innermost one counts. */
const PARTS: readonly (readonly [part: string, files: RegExp])[] = [
  ['signing', /kit\/dist\/(identity\/(internal|gateway|replay)|keys\/)/],
  ['policy', /kit\/dist\/(policy\/|graphql\/guard\/)|gateway\/dist\/access\/|cedar-wasm/],
  ['records', /kit\/dist\/audit\//],
  ['identity of callers', /gateway\/dist\/identity\//],
  ['limits and population numbers', /gateway\/dist\/(edge|identity-number)\//],
];

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[];
}

interface Profile {
  /** Microseconds of the clock that all processes share. */
  readonly startTime: number;
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A stretch of time on the clock of `process.hrtime`, in ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** CPU in ms of each part within a stretch of time, in all processes that left a profile in a folder. */
export function partsIn(folder: string, { from, to }: Stretch): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile;
    const partOf = partsByNode(profile.nodes);
    let at = profile.startTime / 1000;
    for (const [index, node] of profile.samples.entries()) {
      const ms = (profile.timeDeltas[index] ?? 0) / 1000;
      at += ms;
      const part = partOf.get(node);
      if (part !== undefined && at >= from && at <= to) spent.set(part, (spent.get(part) ?? 0) + ms);
    }
  }
  return spent;
}

function partsByNode(nodes: readonly ProfileNode[]): ReadonlyMap<number, string> {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const parts = new Map<number, string>();
  const visit = (node: ProfileNode, above: string | undefined): void => {
    const part = PARTS.find(([, files]) => files.test(node.callFrame.url))?.[0] ?? above;
    if (part !== undefined && node.callFrame.functionName !== '(idle)') parts.set(node.id, part);
    for (const child of node.children ?? []) {
      const below = known.get(child);
      if (below) visit(below, part);
    }
  };
  const [root] = nodes;
  if (root) visit(root, undefined);
  return parts;
}
