import type { ConsentChange } from '@simpul/schema/contract/consent-feed';
import type { EntityManager } from 'typeorm';
import { replaceRows } from '../database/rows';

/** Writes what happened to consents into `consent_echo`, so that repeating it changes nothing. */
export async function echoConsents(db: EntityManager, changes: readonly ConsentChange[]): Promise<void> {
  // Of several changes of one consent the last tells how it stands.
  const standing = [...new Map(changes.map((change) => [change.consent, change])).values()];
  await replaceRows(
    db,
    'consent_echo',
    standing
      .filter((change) => change.kind === 'GIVEN')
      .map((given) => ({
        person_id: given.person,
        consent_id: given.consent,
        recipient_id: given.recipient,
        purpose: given.purpose,
        categories: given.categories,
        valid_from: given.validFrom,
        valid_until: given.validUntil,
        demo: given.demo,
      })),
  );
  const withdrawn = standing.filter(({ kind }) => kind === 'WITHDRAWN');
  if (withdrawn.length === 0) return;
  await db.query(
    `DELETE FROM consent_echo USING unnest($1::uuid[], $2::uuid[]) AS withdrawn(person_id, consent_id)
     WHERE consent_echo.person_id = withdrawn.person_id AND consent_echo.consent_id = withdrawn.consent_id`,
    [withdrawn.map(({ person }) => person), withdrawn.map(({ consent }) => consent)],
  );
}
