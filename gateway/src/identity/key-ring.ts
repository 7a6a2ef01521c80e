import { HttpFault } from '@simpul/kit/http/http-fault';
import type { Log } from '@simpul/kit/log/log';
import type { JWK } from 'jose' with { 'resolution-mode': 'import' };

const SECOND = 1000;
/** From this age on a set is fetched again, while the requests of the moment still use the old one. */
const STALE_AFTER = 8 * SECOND;
/** From this age on requests wait for the new set: so long at most does a withdrawn key live. */
const WITHDRAWN_WITHIN = 10 * SECOND;
const UNKNOWN_KEY_EVERY = 10 * SECOND;
const RETRY_EVERY = 5 * SECOND;
/** How long the last good set stands in for an issuer that is down. */
const OUTAGE_SURVIVED = 15 * 60 * SECOND;

/** What a ring of keys is made of. */
export interface KeyRingParts {
  readonly fetchKeys: () => Promise<readonly JWK[]>;
  /** Milliseconds that only grow: real time, never the business clock. */
  readonly now: () => number;
  readonly log: Log;
}

/**
 * The keys of an issuer, as fresh as their use demands. Everything happens on behalf of requests: a gateway that nobody
 * asks asks nobody. All requests that wait share one fetch.
 */
export class KeyRing {
  private keys: readonly JWK[] = [];
  private fetchedAt = -Infinity;
  private failedAt = -Infinity;
  private downSince: number | undefined;
  private lookedForUnknownAt = -Infinity;
  private fetching: Promise<void> | undefined;

  constructor(private readonly parts: KeyRingParts) {}

  /** The keys of that id; none where the issuer has none. Throws where it cannot be known. */
  async keysOf(kid: string): Promise<readonly JWK[]> {
    const justFetched = await this.freshen();
    const known = this.find(kid);
    if (known.length > 0 || justFetched) return known;
    await this.lookForUnknown();
    return this.find(kid);
  }

  private find(kid: string): readonly JWK[] {
    return this.keys.filter((key) => key.kid === kid);
  }

  /** Tells whether it waited for a fetch. */
  private async freshen(): Promise<boolean> {
    const now = this.parts.now();
    const age = now - this.fetchedAt;
    if (age >= STALE_AFTER && now - this.failedAt >= RETRY_EVERY) void this.fetch();
    const waits = age >= WITHDRAWN_WITHIN && this.fetching !== undefined && this.downSince === undefined;
    if (waits) await this.fetching;
    this.assertUsable();
    return waits;
  }

  /** Whoever invents key ids must not make us a nuisance to the issuer. */
  private async lookForUnknown(): Promise<void> {
    const now = this.parts.now();
    if (this.fetching === undefined) {
      if (now - this.lookedForUnknownAt < UNKNOWN_KEY_EVERY) return;
      this.lookedForUnknownAt = now;
    }
    await this.fetch();
  }

  private assertUsable(): void {
    const { downSince } = this;
    const isLost = downSince !== undefined && this.parts.now() - downSince > OUTAGE_SURVIVED;
    if (this.fetchedAt > -Infinity && !isLost) return;
    throw new HttpFault(
      'ISSUER_UNAVAILABLE',
      'The issuer of tokens does not answer, so that no token can be checked. Try again in a few seconds.',
      { 'retry-after': String(RETRY_EVERY / SECOND) },
    );
  }

  private fetch(): Promise<void> {
    this.fetching ??= this.replaceKeys().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async replaceKeys(): Promise<void> {
    const { fetchKeys, log, now } = this.parts;
    // What the issuer withdraws while it answers may still be in the answer, so a set is as old as the question.
    const askedAt = now();
    try {
      this.keys = await fetchKeys();
      this.fetchedAt = askedAt;
      if (this.downSince !== undefined) log.info('the issuer of tokens answers again');
      this.downSince = undefined;
    } catch (error) {
      this.failedAt = now();
      if (this.downSince === undefined) {
        const reason = error instanceof Error ? error.message : 'unknown';
        log.warn({ reason }, 'the issuer of tokens does not answer; its last keys stay in use');
      }
      this.downSince ??= askedAt;
    }
  }
}
