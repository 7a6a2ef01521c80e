import type { PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { EntityManager } from 'typeorm';

/** A way by which an organisation comes to people for a purpose: as their keeper, or by a grant. */
export interface Way {
  /** Its place among all that are asked about; the regions of one grant share theirs. */
  readonly position: number;
  readonly recipient: string;
  readonly purpose: Purpose;
  /** Whose people a grant is about; null: the recipient's own. */
  readonly keeper: string | null;
  /** Only those whom the recipient knows under this agreement; null: all. */
  readonly agreement: string | null;
  readonly region: string | null;
  /** Only those who let the recipient have this; null: all. */
  readonly consented: PersonalDataCategory | null;
}

/** People whom the same ways lead to, counted. */
export interface PeopleReached {
  /** Positions, in order. */
  readonly ways: readonly number[];
  readonly people: number;
  /** Whether any of them is made up. */
  readonly demo: boolean;
}

export const lapseRepository = {
  /** All people of the agency whom some way leads to, by the ways that do. */
  async countReached(db: EntityManager, ways: readonly Way[], today: string): Promise<PeopleReached[]> {
    return db.query<PeopleReached[]>(REACHED, [JSON.stringify(ways), today]);
  },
};

const REACHED = `SELECT ways, count(*) AS people, bool_or(demo) AS demo FROM (
    SELECT basis.person_id, array_agg(DISTINCT way.position ORDER BY way.position) AS ways, bool_or(basis.demo) AS demo
    FROM disclosure_basis basis
    JOIN jsonb_to_recordset($1::jsonb) AS way(
        position int, recipient uuid, purpose text, keeper uuid, agreement uuid, region text, consented text)
      ON CASE WHEN way.keeper IS NULL THEN way.recipient = basis.organization_id
        ELSE way.keeper = basis.keeper_id
          AND (way.agreement IS NULL OR way.agreement = basis.agreement_id AND way.recipient = basis.organization_id)
          AND (way.region IS NULL OR basis.region_code = way.region OR starts_with(basis.region_code, way.region || '.')) END
    WHERE basis.valid_from <= $2 AND (basis.valid_until IS NULL OR basis.valid_until >= $2)
      AND (way.consented IS NULL OR EXISTS (
        SELECT FROM consent_echo agreed
        WHERE agreed.person_id = basis.person_id AND agreed.recipient_id = way.recipient
          AND agreed.purpose = way.purpose AND way.consented = ANY (agreed.categories)
          AND agreed.valid_from <= $2 AND (agreed.valid_until IS NULL OR agreed.valid_until >= $2)))
    GROUP BY basis.person_id) AS person
  GROUP BY ways`;
