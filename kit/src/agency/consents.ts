import type { AgencyDatabase } from '../database/database';
import type { Log } from '../log/log';
import type { ConsentKnowledge } from '../policy/consent-freshness';
import type { Agency } from './agency';
import { CONSENTS_STALE_AFTER_MS, ConsentHolder, type ConsentSource } from './consent-holder';
import { Poller } from './poller';

/** What an agency knows of consents while it serves. */
export interface HeardConsents extends ConsentKnowledge {
  stop(): Promise<void>;
}

/** Where an agency's consents come from that are given elsewhere; ON_RECORD: nobody tells, and those on record are all. */
export type ConsentOrigin = ConsentSource | 'ON_RECORD';

const EVERY_MS = 1000;

/** Begins to hear of consents; where they are given here, or nobody tells of them, there is nothing to hear. */
export function hearConsents(
  { consents }: Pick<Agency, 'consents'>,
  origin: ConsentOrigin | undefined,
  { database, log }: { readonly database: AgencyDatabase; readonly log: Log },
): HeardConsents {
  if (consents === 'GIVEN' || origin === 'ON_RECORD' || origin === undefined) {
    const isKnown = consents === 'GIVEN' || origin === 'ON_RECORD';
    return { isFresh: () => isKnown, stop: () => Promise.resolve() };
  }
  const holder = new ConsentHolder({ ...origin, database });
  const poller = new Poller({
    ...{ name: 'consents', everyMs: EVERY_MS, warnAfterMs: CONSENTS_STALE_AFTER_MS, log },
    work: (signal) => holder.hear(signal),
  });
  poller.start();
  return { isFresh: () => holder.isFresh(), stop: () => poller.stop() };
}
