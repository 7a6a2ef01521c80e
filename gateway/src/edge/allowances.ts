import { HttpFault } from '@simpul/kit/http/http-fault';
import type { Allowance } from './budgets';

type Rate = Omit<Allowance, 'budget'>;

interface Bucket {
  left: number;
  /** When `left` was right, in milliseconds. */
  at: number;
}

/** An account that pays, and at which rate it fills up. */
export interface Payer {
  readonly account: string;
  readonly rate: Rate;
}

/** Accounts that are kept; whoever has not been here for longest is forgotten first and starts full again. */
const ACCOUNTS = 10_000;
const SECOND = 1000;

/** What clients have left to spend: token buckets that fill up with time. */
export class Allowances {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number) {}

  /** Refuses whoever has nothing left, before anything is done for them. */
  assertSomeLeft(payers: readonly Payer[]): void {
    for (const { account, rate } of payers) if (this.bucketOf(account, rate).left < 1) throw usedUp(1, rate);
  }

  /** Takes what was spent on a request that is refused; nobody owes anything. */
  take(payers: readonly Payer[], cost: number): void {
    for (const { account, rate } of payers) {
      const bucket = this.bucketOf(account, rate);
      bucket.left = Math.max(0, bucket.left - cost);
    }
  }

  /** Charges all payers or, where one cannot pay, none; answers what the first has left. */
  charge(payers: readonly Payer[], cost: number): number {
    const accounts = payers.map(({ account, rate }) => ({ rate, bucket: this.bucketOf(account, rate) }));
    for (const { rate, bucket } of accounts) {
      if (bucket.left >= cost) continue;
      throw usedUp(Math.min(cost, rate.burst) - bucket.left, rate);
    }
    for (const { bucket } of accounts) bucket.left -= cost;
    return Math.floor(accounts[0]?.bucket.left ?? 0);
  }

  private bucketOf(account: string, { burst, perSecond }: Rate): Bucket {
    const now = this.now();
    const known = this.buckets.get(account);
    const gained = known ? ((now - known.at) / SECOND) * perSecond : 0;
    const bucket = { left: Math.min(burst, known ? known.left + gained : burst), at: now };
    this.buckets.delete(account);
    this.buckets.set(account, bucket);
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > ACCOUNTS && oldest !== undefined) this.buckets.delete(oldest);
    return bucket;
  }
}

function usedUp(lacking: number, { perSecond }: Rate): HttpFault {
  const seconds = Math.max(1, Math.ceil(lacking / perSecond));
  return new HttpFault('RATE_LIMITED', 'The allowance is used up; Retry-After says when there is enough.', {
    'retry-after': seconds.toString(),
  });
}
