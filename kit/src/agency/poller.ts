import type { Log } from '../log/log';

/** What is done again and again. */
export interface Polling {
  /** What it is, for the log. */
  readonly name: string;
  /** From the beginning of one time to that of the next. */
  readonly everyMs: number;
  /** A failure that lasts this long is warned of, once; shorter ones happen whenever another process restarts. */
  readonly warnAfterMs: number;
  readonly log: Log;
  /** Does it once; ends soon when the signal says that nobody needs it any more. */
  work(signal: AbortSignal): Promise<void>;
}

/** Does something again and again, whether it succeeds or not, and never twice at once. */
export class Poller {
  private readonly halt = new AbortController();
  private current: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failingSince: number | null = null;
  private isWarnedOf = false;

  constructor(
    private readonly polling: Polling,
    private readonly now: () => number = Date.now,
  ) {}

  /** Begins, with the first time at once. */
  start(): void {
    if (this.halt.signal.aborted) return;
    const began = this.now();
    void this.poll().finally(() => {
      if (this.halt.signal.aborted) return;
      const rest = this.polling.everyMs - (this.now() - began);
      this.timer = setTimeout(
        () => {
          this.start();
        },
        Math.min(Math.max(rest, 0), this.polling.everyMs),
      ).unref();
    });
  }

  /** Does it now; whoever asks while it is being done waits for that. Failures go to the log. */
  poll(): Promise<void> {
    this.current ??= this.once().finally(() => {
      this.current = undefined;
    });
    return this.current;
  }

  /** Ends it; answers when nothing of it is under way. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.halt.abort();
    await this.current;
  }

  private async once(): Promise<void> {
    try {
      await this.polling.work(this.halt.signal);
      this.succeeded();
    } catch (error) {
      if (!this.halt.signal.aborted) this.failed(error);
    }
  }

  private succeeded(): void {
    if (this.isWarnedOf) this.polling.log.info({ work: this.polling.name }, 'succeeds again');
    this.failingSince = null;
    this.isWarnedOf = false;
  }

  private failed(error: unknown): void {
    this.failingSince ??= this.now();
    if (this.isWarnedOf || this.now() - this.failingSince < this.polling.warnAfterMs) return;
    this.isWarnedOf = true;
    const { name, message } = error instanceof Error ? error : new Error('unknown');
    // Statements that fail quote their values: of those the class alone is told.
    const cause = name === 'QueryFailedError' ? name : `${name}: ${message}`;
    this.polling.log.warn({ work: this.polling.name, cause }, 'fails again and again');
  }
}
