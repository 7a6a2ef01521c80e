import type { SortColumn } from '@simpul/kit/database/page';
import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { CertificateRow } from './certificate.entity';
import type { CertificateFilter } from './certificate.input';
import type { CertificateStatus } from './certificate.type';

/** Newest first. */
export const NEWEST_CERTIFICATE: readonly SortColumn<CertificateRow>[] = [
  { expression: 'certificate.issuedOn', of: ({ issuedOn }) => issuedOn, descending: true },
  { expression: 'certificate.id', of: ({ id }) => id },
];

/** States in which certificates are wanted, null: any, and the day that decides which state each is in. */
export interface CertificatesAsked {
  readonly status: readonly CertificateStatus[] | null;
  readonly today: string;
}

const STANDS: Record<CertificateStatus, string> = {
  VALID:
    'certificate.revokedOn IS NULL AND (certificate.validUntil IS NULL OR certificate.validUntil >= :today)',
  EXPIRED: 'certificate.revokedOn IS NULL AND certificate.validUntil < :today',
  REVOKED: 'certificate.revokedOn IS NOT NULL',
};

export const certificateRepository = {
  select(db: EntityManager, filter: CertificateFilter, today: string): SelectQueryBuilder<CertificateRow> {
    const query = db.createQueryBuilder(CertificateRow, 'certificate').setParameters({ today });
    const { qualifiers, programmes, agreement, issuedFrom, issuedTo } = filter;
    if (qualifiers) query.andWhere('certificate.qualifier = ANY (:qualifiers)', { qualifiers });
    if (programmes) query.andWhere('certificate.programmeId = ANY (:programmes)', { programmes });
    if (agreement) query.andWhere('certificate.agreementId = :agreement', { agreement });
    if (issuedFrom) query.andWhere('certificate.issuedOn >= :issuedFrom', { issuedFrom });
    if (issuedTo) query.andWhere('certificate.issuedOn <= :issuedTo', { issuedTo });
    return narrowedByHolder(narrowedByStatus(narrowedByContent(query, filter), filter.status), filter);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<CertificateRow[]> {
    return db.findBy(CertificateRow, { id: In([...ids]) });
  },

  async findByNumber(db: EntityManager, number: string): Promise<CertificateRow | null> {
    return db.findOneBy(CertificateRow, { number });
  },

  async findByEnrolments(db: EntityManager, enrolmentIds: readonly string[]): Promise<CertificateRow[]> {
    return db.find(CertificateRow, {
      where: { enrolmentId: In([...enrolmentIds]) },
      order: { issuedOn: 'DESC', id: 'ASC' },
    });
  },

  async findByPeople(
    db: EntityManager,
    people: readonly string[],
    { status, today }: CertificatesAsked,
  ): Promise<CertificateRow[]> {
    return certificateRepository
      .select(db, status ? { status: [...status] } : {}, today)
      .andWhere('certificate.personId IN (:...people)', { people })
      .orderBy('certificate.issuedOn', 'DESC')
      .addOrderBy('certificate.id')
      .getMany();
  },

  /** Whether the holder has given out a code with this hash that still works. */
  async isShared(
    db: EntityManager,
    certificate: CertificateRow,
    codeHash: Buffer,
    today: string,
  ): Promise<boolean> {
    const rows: unknown[] = await db.query(
      `SELECT 1 FROM certificate_share
       WHERE person_id = $1 AND certificate_id = $2 AND code_hash = $3 AND valid_until >= $4`,
      [certificate.personId, certificate.id, codeHash, today],
    );
    return rows.length > 0;
  },

  /** When the echo of residence and placement last heard from the other agencies; null when it never did. */
  async findEchoTime(db: EntityManager): Promise<Date | null> {
    const [row]: { heard: Date | null }[] = await db.query('SELECT max(as_of) AS heard FROM graduate_echo');
    return row?.heard ?? null;
  },
};

type Certificates = SelectQueryBuilder<CertificateRow>;

function narrowedByContent(
  query: Certificates,
  { competencyUnits, capabilities }: CertificateFilter,
): Certificates {
  if (competencyUnits) {
    query.andWhere(
      `EXISTS (SELECT 1 FROM certificate_unit unit WHERE unit.person_id = certificate.person_id
        AND unit.certificate_id = certificate.id AND unit.unit_code = ANY (:competencyUnits))`,
      { competencyUnits },
    );
  }
  if (capabilities) {
    query.andWhere(
      `certificate.programmeId IN (SELECT link.programme_id FROM programme_facility link
        JOIN facility ON facility.id = link.facility_id WHERE facility.capabilities && :capabilities)`,
      { capabilities },
    );
  }
  return query;
}

function narrowedByStatus(
  query: Certificates,
  status: readonly CertificateStatus[] | null | undefined,
): Certificates {
  if (!status) return query;
  return query.andWhere(
    new Brackets((either) => {
      either.where('false');
      for (const state of new Set(status)) either.orWhere(`(${STANDS[state]})`);
    }),
  );
}

function narrowedByHolder(query: Certificates, { unplaced, region }: CertificateFilter): Certificates {
  if (unplaced == null && region == null) return query;
  query.innerJoin('graduate_echo', 'holder', 'holder.person_id = certificate.person_id');
  if (unplaced != null) query.andWhere(`holder.placed_since IS ${unplaced ? '' : 'NOT '}NULL`);
  if (region != null) {
    query.andWhere('holder.district_code >= :region AND holder.district_code < :regionEnd', {
      region,
      regionEnd: `${region}/`,
    });
  }
  return query;
}
