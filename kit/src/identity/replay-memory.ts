import { CLOCK_TOLERANCE_S, type Claims } from './internal-token';

const MOST = 100_000;

/**
 * Remembers the tokens of mutations for as long as they would be taken. What it cannot know it refuses: tokens from before it
 * began, which an earlier process may have served, and more at once than it can hold.
 */
export class ReplayMemory {
  private readonly until = new Map<string, number>();
  private readonly since: number;

  constructor(
    private readonly now: () => number = Date.now,
    private readonly most = MOST,
  ) {
    this.since = Math.floor(now() / 1000);
  }

  /** Whether a token is used for the first time; from now on it is used. */
  isFirstUse({ jti, iat, exp }: Pick<Claims, 'jti' | 'iat' | 'exp'>): boolean {
    this.forget();
    if (iat < this.since || this.until.has(jti) || this.until.size >= this.most) return false;
    this.until.set(jti, exp + CLOCK_TOLERANCE_S);
    return true;
  }

  /** Tokens come nearly in the order in which they end, so the oldest are the first. */
  private forget(): void {
    const now = this.now() / 1000;
    for (const [jti, until] of this.until) {
      if (until > now) return;
      this.until.delete(jti);
    }
  }
}
