/** How long answers took, in milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** So many requests, by so many clients who each send the next as soon as they have the answer to the last. */
export interface Load {
  readonly requests: number;
  readonly clients: number;
}

/** Runs a load; what `check` does with an answer is not measured. */
export async function measure<T>(
  { requests, clients }: Load,
  send: () => Promise<T>,
  check: (answer: T) => void,
): Promise<Latency> {
  const taken: number[] = [];
  let left = requests;
  const client = async (): Promise<void> => {
    try {
      while (left > 0) {
        left -= 1;
        const sent = performance.now();
        const answer = await send();
        taken.push(performance.now() - sent);
        check(answer);
      }
    } catch (error) {
      // When one has failed, the others stop, too.
      left = 0;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: clients }, client));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  taken.sort((a, b) => a - b);
  return { p50: percentile(taken, 50), p95: percentile(taken, 95) };
}

/** The smallest value that so many per cent of the values do not exceed. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;
}
