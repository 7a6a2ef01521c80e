import type { StoryBasis } from '@simpul/schema/demo/bases';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/rows';

/** Writes for a block of the demonstration population who may know of whom, and the consents that hold. */
export async function loadDemoBases(
  db: EntityManager,
  bases: readonly StoryBasis[],
  { consents }: StoryBlock,
): Promise<void> {
  const known = new Set(bases.map(({ personId }) => personId));
  await insertRows(
    db,
    'disclosure_basis',
    bases.map((basis) => ({
      person_id: basis.personId,
      keeper_id: basis.keeperId,
      organization_id: basis.organizationId,
      kind: basis.kind,
      agreement_id: basis.agreementId,
      region_code: basis.region,
      valid_from: basis.from,
      valid_until: basis.until,
      demo: true,
    })),
  );
  await insertRows(
    db,
    'consent_echo',
    consents
      .filter(({ personId, status }) => status !== 'WITHDRAWN' && known.has(personId))
      .map(({ personId, id, recipientId, purpose, categories, givenOn, validUntil }) => ({
        person_id: personId,
        consent_id: id,
        recipient_id: recipientId,
        purpose,
        categories,
        valid_from: givenOn,
        valid_until: validUntil,
        demo: true,
      })),
  );
}
