import type { Cost } from './counting-house';
import type { Latency } from './latency';
import type { Answer } from './question';

/** All that was measured of one question. */
export interface Measured {
  readonly name: string;
  readonly cost: Cost;
  readonly alone: Latency;
  /** Absent where not everybody was answered. */
  readonly together: Latency | undefined;
  readonly answer: Answer;
}

const NAME_WIDTH = 14;
const WIDTH = 9;

/** The two lines above the table. */
export const HEADINGS = [
  row('', ['', '', 'alone', '', '20 at once', '', 'answer', '']),
  row('question', ['fetches', 'selects', 'p50 ms', 'p95 ms', 'p50 ms', 'p95 ms', 'rows', 'kB']),
].join('\n');

/** One line of the table. */
export function line({ name, cost, alone, together, answer }: Measured): string {
  const latencies = [alone.p50, alone.p95, together?.p50, together?.p95].map((ms) => ms?.toFixed(0) ?? '–');
  const size = [String(answer.rows), (answer.bytes / 1000).toFixed(1)];
  return row(name, [String(cost.fetches), String(cost.selects), ...latencies, ...size]);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join('  ');
}
