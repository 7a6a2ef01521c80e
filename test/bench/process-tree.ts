import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks of the kernel's accounts; it is 100 wherever Node runs on Linux. */
const TICKS_PER_SECOND = 100;

/** One process as the kernel accounts for it. */
export interface ProcessCpu {
  readonly pid: number;
  readonly title: string;
  readonly ms: number;
}

/** CPU so far of every process below one but not below another, PostgreSQL's included, which its postmaster is above. */
export function cpuBelow(ancestor: number, not?: number): readonly ProcessCpu[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => accountOf(Number(name)));
  const below = new Set([ancestor]);
  for (let before = 0; before !== below.size;) {
    before = below.size;
    for (const { pid, parent } of all) if (below.has(parent) && pid !== not) below.add(pid);
  }
  below.delete(ancestor);
  return all.filter(({ pid }) => below.has(pid));
}

/** A process that ended meanwhile has no account any more. */
function accountOf(pid: number): (ProcessCpu & { readonly parent: number })[] {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const title = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
      .replaceAll('\0', ' ')
      .trim();
    // The name in brackets may hold anything; what follows it is numbered from the state on.
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system] = [rest[9], rest[10]].map(Number);
    return [
      { pid, title, parent: Number(parent), ms: (((user ?? 0) + (system ?? 0)) * 1000) / TICKS_PER_SECOND },
    ];
  } catch {
    return [];
  }
}
