import type { AccessBundle } from '@simpul/schema/contract/bundle';
import { setTimeout as pause } from 'node:timers/promises';
import { TextRefused } from '../http/get-text';
import type { VerificationKeys } from '../identity/gateway-keys';
import type { Log } from '../log/log';
import { verifyBundle } from './bundle';
import type { BundleRequest } from './bundle-request';
import type { GrantCheck } from './honoured-grants';
import type { GrantSource, HeldGrants } from './policy-source';

/** A change is to be held within a second, of which the publisher takes less than half. */
const POLL_MS = 500;
/** No request for a bundle lasts longer. */
const REQUEST_MS = 2000;
/** No request of a caller waits longer for a version that the gateway has met before. */
const SEEK_MS = 1000;
/** A bundle that nobody has confirmed for so long opens nothing any more. */
const MAX_AGE_MS = 10_000;

/** What a holder is made of. */
export interface HolderParts {
  readonly request: BundleRequest;
  /** The province's. */
  readonly keys: VerificationKeys;
  readonly check: GrantCheck;
  readonly log: Log;
  /** Real time, whatever the business day is. */
  readonly now?: () => Date;
}

interface Held {
  readonly grants: HeldGrants;
  /** What was published, and under which keys it was checked. */
  readonly published: string;
  readonly revision: number;
}

class BundleSuperseded extends Error {
  constructor(readonly version: number) {
    super('The bundle is of an earlier version than the one in use.');
    this.name = 'BundleSuperseded';
  }
}

/** Holds the province's bundle of grants: asks for it again and again, and lets go of what nobody confirms. */
export class BundleHolder implements GrantSource {
  private held: Held | undefined;
  private asOf = -Infinity;
  private underWay: Promise<void> | undefined;
  private sought: { readonly version: number; readonly done: Promise<void> } | undefined;
  private fault: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly now: () => Date;
  private readonly begunAt: number;

  constructor(private readonly parts: HolderParts) {
    this.now = parts.now ?? (() => new Date());
    this.begunAt = this.now().getTime();
  }

  /** Begins to ask; whoever needs the grants before the first answer has none. */
  start(): this {
    void this.poll();
    this.timer = setInterval(() => void this.poll(), POLL_MS).unref();
    return this;
  }

  current(): HeldGrants | null {
    const isFresh = this.now().getTime() - this.asOf <= MAX_AGE_MS;
    return isFresh && this.held ? this.held.grants : null;
  }

  /** Asks once for a version that the gateway has met and this service has not; whoever names it, too, waits for that. */
  async atLeast(version: number | null): Promise<HeldGrants | null> {
    if (version !== null && version > this.version()) {
      if (this.sought === undefined || this.sought.version < version)
        this.sought = { version, done: this.seek(version) };
      await this.sought.done;
    }
    return this.current();
  }

  /** One request at a time; who asks meanwhile waits for the same. Never fails: what is held stays as long as it may. */
  poll(): Promise<void> {
    this.underWay ??= this.refresh().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private version(): number {
    return this.held?.grants.version ?? 0;
  }

  private async seek(version: number): Promise<void> {
    // What was asked before may have been answered before the change, too.
    const before = this.underWay;
    const asked = this.poll().then(() => (before && this.version() < version ? this.poll() : undefined));
    const patience = new AbortController();
    const late = pause(SEEK_MS, undefined, { signal: patience.signal, ref: false }).catch(() => undefined);
    await Promise.race([asked, late]);
    patience.abort();
  }

  private async refresh(): Promise<void> {
    const { request, keys, log } = this.parts;
    try {
      const jws = await request(AbortSignal.timeout(REQUEST_MS));
      const known = { get: (kid: string) => keys.find(kid) };
      await this.take(await verifyBundle(jws, known, { now: this.now(), maxAgeMs: MAX_AGE_MS }));
      if (this.fault !== undefined)
        log.info({ version: this.version() }, 'the bundle of grants is there again');
      this.fault = undefined;
    } catch (error) {
      this.tell(error);
    }
  }

  /** That a publisher is away for a moment, or not up yet, costs nothing; a bundle that is wrong is somebody's doing. */
  private tell(error: unknown): void {
    const cause = causeOf(error);
    const isClosed = this.now().getTime() - Math.max(this.asOf, this.begunAt) > MAX_AGE_MS;
    const level = isClosed || !isConnection(error) ? 'warn' : 'info';
    const fault = `${level} ${cause}`;
    // Twice a second the same line would hide every other.
    if (fault === this.fault) return;
    this.fault = fault;
    this.parts.log[level]({ cause, isClosed, version: this.version() }, 'no new bundle of grants');
  }

  private async take({ version, asOf, grants }: AccessBundle): Promise<void> {
    if (version < this.version()) throw new BundleSuperseded(version);
    const { revision } = this.parts.check;
    const published = JSON.stringify(grants);
    const isKnown =
      version === this.version() && this.held?.published === published && this.held.revision === revision;
    if (!isKnown) {
      const honoured = await this.parts.check.honoured(grants);
      this.held = { grants: { version, grants: honoured }, published, revision };
    }
    this.asOf = Math.max(this.asOf, Date.parse(asOf));
  }
}

function isConnection(error: unknown): boolean {
  return error instanceof TextRefused || (error instanceof Error && 'code' in error);
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
