import type { Feed } from '@simpul/kit/agency/feed';
import { signConsents } from '@simpul/kit/policy/consent-feed';
import { CONSENTS_PATH } from '@simpul/schema/contract/consent-feed';
import { type ChangePage, consentFeedRepository } from './consent-feed.repository';

/** Changes of one page; a reader who has missed more asks again. */
const PAGE = 1000;

/** A page of changes, and the version after which it begins. */
interface PageAfter extends ChangePage {
  readonly after: number;
}

/** Consents given and withdrawn here, for the agencies that ask for them before they show anything that rests on one. */
export const consentFeed: Feed<PageAfter> = {
  path: CONSENTS_PATH,
  keyFile: 'CONSENTS_KEY_FILE',
  readersFile: 'CONSENTS_READERS_FILE',
  read: async (db, after) => ({ after, ...(await consentFeedRepository.findAfter(db, after, PAGE)) }),
  sign: (page, asOf, key) => signConsents({ ...page, asOf: asOf.toISOString() }, key),
};
