import type { ConsentFeed } from '@simpul/schema/contract/consent-feed';
import type { EntityManager } from 'typeorm';
import type { TlsIdentity } from '../config/tls';
import { type AgencyDatabase, ownWork } from '../database/database';
import { getText } from '../http/get-text';
import type { KeyFinder, SigningKey } from '../keys/signing-key';
import { echoConsents } from '../policy/consent-echo';
import { type FeedPosition, verifyConsents } from '../policy/consent-feed';
import type { ConsentKnowledge } from '../policy/consent-freshness';
import { readerWord } from './reader-word';

/** Where an agency hears of consents that people give and withdraw elsewhere. */
export interface ConsentSource {
  readonly url: URL;
  /** Public keys of the agency that tells. */
  readonly keys: KeyFinder;
  /** With what this agency asks. */
  readonly readerKey: SigningKey;
  readonly tls: TlsIdentity | null;
}

export interface ConsentHolderParts extends ConsentSource {
  readonly database: AgencyDatabase;
  /** Real time. */
  readonly now?: () => Date;
}

/** Who has withdrawn a consent is not known any more after this time without word. */
export const CONSENTS_STALE_AFTER_MS = 10_000;

const ANSWER_WITHIN_MS = 3000;
const WRITTEN_WITHIN_MS = 3000;
const HOLDER = ownWork('consents');

/** The consents of people elsewhere, as an agency holds them: in `consent_echo`, up to the version in `consent_position`. */
export class ConsentHolder implements ConsentKnowledge {
  private readonly now: () => Date;
  private position: FeedPosition | null = null;
  private heardAt: number | null = null;

  constructor(private readonly parts: ConsentHolderParts) {
    this.now = parts.now ?? (() => new Date());
  }

  /** Whether every withdrawal of more than ten seconds ago is known. */
  isFresh(): boolean {
    if (this.heardAt === null) return false;
    // A clock that was set back would else make old word new.
    return Math.abs(this.now().getTime() - this.heardAt) <= CONSENTS_STALE_AFTER_MS;
  }

  /** Asks for what is new until there is nothing more. */
  async hear(signal: AbortSignal): Promise<void> {
    this.position ??= await this.parts.database.work(HOLDER, (db) => positionIn(db));
    for (;;) {
      signal.throwIfAborted();
      const askedAt = this.now();
      const feed = await this.ask(this.position, signal);
      if (feed.changes.length > 0) this.position = await this.write(feed);
      if (this.position.version !== feed.version) continue;
      this.heardAt = Math.min(askedAt.getTime(), Date.parse(feed.asOf));
      return;
    }
  }

  private async ask(position: FeedPosition, signal: AbortSignal): Promise<ConsentFeed> {
    const { url, tls, keys, readerKey } = this.parts;
    const page = new URL(url);
    page.searchParams.set('after', String(position.version));
    const jws = await getText({
      ...{ url: page, tls },
      headers: { authorization: await readerWord(url.pathname, readerKey, this.now()) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    return verifyConsents(jws, keys, { position, now: this.now() });
  }

  /** Writes a page and where it ends, both or neither; answers what is stored then. */
  private async write({ after, changes }: ConsentFeed): Promise<FeedPosition> {
    return this.parts.database.work(HOLDER, async (db) => {
      await db.query("SELECT set_config('statement_timeout', $1, true)", [String(WRITTEN_WITHIN_MS)]);
      const stored = await positionIn(db, 'FOR UPDATE');
      // Another process of this agency was here first, or the database was set back: what is stored counts.
      if (stored.version !== after) return stored;
      const { version = after, mark = stored.mark } = changes.at(-1) ?? {};
      await echoConsents(db, changes);
      await db.query('UPDATE consent_position SET version = $1, mark = $2', [version, mark]);
      return { version, mark };
    });
  }
}

async function positionIn(db: EntityManager, lock = ''): Promise<FeedPosition> {
  const [row]: FeedPosition[] = await db.query(`SELECT version, mark FROM consent_position ${lock}`);
  if (!row) throw new Error('The position in the feed of consents is not there.');
  return row;
}
