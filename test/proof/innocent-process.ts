import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The longest wait of an innocent client during an attack. */
export interface Stall {
  readonly during: string;
  readonly ms: number;
}

const SHOWN = 5;

/** Does work while an innocent client asks; `mark` closes a stretch of it, so that its longest wait has a name. */
export async function runBesideInnocent(
  origin: string,
  work: (mark: (stretch: string) => void) => Promise<void>,
): Promise<{ readonly stalls: readonly Stall[]; readonly worst: number }> {
  const child = fork(join(__dirname, 'innocent.main.js'), [origin]);
  const names: string[] = [];
  const stalls: Stall[] = [];
  child.on('message', (ms: number) => stalls.push({ during: names[stalls.length] ?? '', ms }));
  const mark = (stretch: string): void => {
    names.push(stretch);
    child.send('worst');
  };
  const exited = once(child, 'exit');
  await work(mark);
  mark('the end');
  child.send('stop');
  const [code] = (await exited) as [number | null];
  if (code !== 0) throw new Error('An innocent client was not answered.');
  const sorted = stalls.sort((a, b) => b.ms - a.ms);
  return { stalls: sorted.slice(0, SHOWN), worst: sorted[0]?.ms ?? 0 };
}
