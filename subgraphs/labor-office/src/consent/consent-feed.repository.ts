import { echoConsents } from '@simpul/kit/policy/consent-echo';
import type { PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { ConsentChange, GivenConsent, WithdrawnConsent } from '@simpul/schema/contract/consent-feed';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { EntityManager } from 'typeorm';

/** What happened to a consent, before it has its place among the changes. */
export type Told = Omit<GivenConsent, 'version' | 'mark'> | Omit<WithdrawnConsent, 'version' | 'mark'>;

/** Changes after one, of which the mark is given, up to a limit; `version` is the last there is. */
export interface ChangePage {
  readonly version: number;
  readonly mark: string | null;
  readonly changes: readonly ConsentChange[];
}

/** A change with its consent; of a page without changes there is one row without any. */
interface ChangeRow {
  readonly last: number;
  readonly lastMark: string | null;
  readonly version: number | null;
  readonly mark: string;
  readonly kind: 'GIVEN' | 'WITHDRAWN';
  readonly person: string;
  readonly consent: string;
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly categories: PersonalDataCategory[];
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly demo: boolean;
}

/** One statement, so that the changes and the last version are of the same moment. Days are those of Western Indonesian Time. */
const CHANGES_AFTER = `
  SELECT head.version AS last, (SELECT mark FROM consent_change WHERE version = $1) AS "lastMark",
    change.version, change.mark, change.kind, change.person_id AS person, change.consent_id AS consent,
    consent.recipient_id AS recipient, consent.purpose, consent.categories,
    (consent.given_at AT TIME ZONE 'Asia/Jakarta')::date AS "validFrom", consent.valid_until AS "validUntil", consent.demo
  FROM consent_version head
  LEFT JOIN (SELECT * FROM consent_change WHERE version > $1 ORDER BY version LIMIT $2) change ON true
  LEFT JOIN consent ON consent.person_id = change.person_id AND consent.id = change.consent_id
  ORDER BY change.version`;

export const consentFeedRepository = {
  /**
   * Makes a change effective here and gives it its place among what others are told. To be called last in a transaction:
   * until that ends, no other change gets a place.
   */
  async tell(db: EntityManager, told: Told): Promise<void> {
    const [placed]: { version: number; mark: string }[] = await db.query(
      `WITH next AS (UPDATE consent_version SET version = version + 1 RETURNING version)
       INSERT INTO consent_change (version, person_id, consent_id, kind)
       SELECT next.version, $1, $2, $3 FROM next RETURNING version, mark`,
      [told.person, told.consent, told.kind],
    );
    if (!placed) throw new Error('The version of the last change of consents is not there.');
    await echoConsents(db, [{ ...told, ...placed }]);
  },

  async findAfter(db: EntityManager, after: number, limit: number): Promise<ChangePage> {
    const rows: ChangeRow[] = await db.query(CHANGES_AFTER, [after, limit]);
    const [first] = rows;
    if (!first) throw new Error('The version of the last change of consents is not there.');
    return {
      version: first.last,
      mark: first.lastMark,
      changes: rows.flatMap((row) => (row.version === null ? [] : [changeIn(row, row.version)])),
    };
  },
};

function changeIn({ last: _last, lastMark: _mark, ...row }: ChangeRow, version: number): ConsentChange {
  const { mark, person, consent, kind, recipient, purpose, categories, validFrom, validUntil, demo } = row;
  const change = { version, mark, person, consent };
  if (kind === 'WITHDRAWN') return { ...change, kind };
  return { ...change, kind, recipient, purpose, categories, validFrom, validUntil, demo };
}
