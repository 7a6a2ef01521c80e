import type { EntityManager } from 'typeorm';
import { type AgencyDatabase, ownWork } from '../database/database';
import { HttpFault } from '../http/http-fault';
import type { PlainRequest, PlainRoute } from '../http/plain-route';
import type { KeyFinder, SigningKey } from '../keys/signing-key';
import { assertReader } from './reader-word';

/** What an agency tells the others of, change by change, under its own signature: each asks for what comes after what it has. */
export interface Feed<Page = unknown> {
  /** Where it is served, e.g. `/consents`. */
  readonly path: string;
  /** The configuration key that names the file of the key that signs. */
  readonly keyFile: string;
  /** The configuration key that names the file with the public keys of those who may read. */
  readonly readersFile: string;
  /** The changes after a version, read as the agency's own work: they are of everybody. */
  read(db: EntityManager, after: number): Promise<Page>;
  /** A page as of an instant before it was read, signed. */
  sign(page: Page, asOf: Date, key: SigningKey): Promise<string>;
}

/** What a feed is served with. */
export interface FeedParts {
  readonly key: SigningKey;
  readonly readers: KeyFinder;
  readonly database: AgencyDatabase;
  /** Real time: whoever reads judges the age of a page by a clock of his own. */
  readonly now?: () => Date;
}

/** The route of a feed: `?after=<version>`, for its readers alone. Nothing is kept: who asks is told how it stands now. */
export function feedRoute(
  feed: Feed,
  { key, readers, database, now = () => new Date() }: FeedParts,
): PlainRoute {
  return {
    path: feed.path,
    type: 'application/jose',
    text: async ({ query, authorizations }) => {
      await assertReader(authorizations, feed.path, readers, now());
      const after = versionIn(query);
      const asOf = now();
      const page = await database.work(ownWork('feed'), (db) => feed.read(db, after));
      return feed.sign(page, asOf, key);
    },
  };
}

/** Nobody has seen as many changes as have more digits. */
const VERSION = /^\d{1,15}$/;

function versionIn({ after }: PlainRequest['query']): number {
  if (typeof after === 'string' && VERSION.test(after)) return Number(after);
  throw new HttpFault('BAD_REQUEST', 'Say in `after` up to which version you have the changes; 0 for none.');
}
