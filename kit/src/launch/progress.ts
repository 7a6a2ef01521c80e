import { SingleBar } from 'cli-progress';
import { z } from 'zod';
import type { Progress } from './child';

const schema = z.object({ done: z.number().nonnegative(), total: z.number().positive() });

/** One bar on standard error for several loaders at once, each of which counts in a unit of its own. */
export class PopulationBar {
  private readonly shares = new Map<string, number>();
  private readonly bar = new SingleBar({
    format: 'Demonstration population [{bar}] {percentage}% of {total} people',
    stream: process.stderr,
    noTTYOutput: true,
    hideCursor: true,
    // The launcher ends in order on Ctrl-C and stops the bar on its way.
    gracefulExit: false,
  });

  constructor(
    private readonly people: number,
    private readonly loaders: number,
  ) {
    this.bar.start(people, 0);
  }

  /** Takes what a loader reports; whatever else it sends is no report. */
  report(loader: string, message: unknown): void {
    const progress = schema.safeParse(message);
    if (progress.success) this.update(loader, progress.data);
  }

  finish(loader: string): void {
    this.update(loader, { done: 1, total: 1 });
  }

  stop(): void {
    this.bar.stop();
  }

  private update(loader: string, { done, total }: Progress): void {
    this.shares.set(loader, Math.min(done / total, 1));
    const sum = [...this.shares.values()].reduce((all, share) => all + share, 0);
    this.bar.update(Math.round((this.people * sum) / this.loaders));
  }
}
