import type { Log } from '../log/log';

/** Work that is done again and again, never twice at once; when it fails it is tried at the next round, and told once. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private isFailing = false;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly log: Log,
    private readonly work: () => Promise<void>,
  ) {}

  /** Does the first round at once. */
  start(): void {
    this.current = this.round().then(() => {
      this.timer = setTimeout(() => {
        this.start();
      }, this.everyMs).unref();
    });
  }

  /** Waits for the round under way and does a last one. */
  async stop(): Promise<void> {
    await this.current;
    clearTimeout(this.timer);
    await this.round();
  }

  private async round(): Promise<void> {
    try {
      await this.work();
      this.isFailing = false;
    } catch (error) {
      const cause = error instanceof Error ? { class: error.name, ...codeOf(error) } : {};
      if (!this.isFailing)
        this.log.warn({ work: this.name, cause }, 'work on the audit failed; it is tried again');
      this.isFailing = true;
    }
  }
}

function codeOf(error: Error): object {
  return 'code' in error ? { code: error.code } : {};
}
