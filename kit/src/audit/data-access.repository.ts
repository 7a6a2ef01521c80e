import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AuditRecordRow } from './data-access.entity';

/** Which records of access are asked for; instants, the last one not included. */
export interface AccessFilter {
  readonly account?: string | null | undefined;
  readonly person?: string | null | undefined;
  readonly agreement?: string | null | undefined;
  /** An employer whose reports were shown. */
  readonly reporter?: string;
  readonly since?: Date | null;
  readonly before?: Date | null;
}

/** One kind of access: who received what, for which purpose, under which agreement. */
export interface AccessCell {
  readonly organization: string | null;
  readonly purpose: string | null;
  readonly agreement: string | null;
  readonly type: string;
}

/** Accesses of one kind, counted. */
export interface StoredAccessCell extends AccessCell {
  readonly accesses: number;
  readonly refusals: number;
  /** Null where telling them apart would take too long. */
  readonly people: number | null;
}

/** Found first, by its own index: among the newest records of everybody a person's few would be looked for in vain. */
const OF_PERSON = 'SELECT id FROM audit_record WHERE people @> ARRAY[:person]::uuid[]';

const OF_REPORTER = `SELECT id FROM audit_record WHERE reports <> '{}' AND reports @> ARRAY[:reporter]::uuid[]`;

/** Beyond so many rows a total says nothing more, and costs as much as reading them. */
const MOST_COUNTED = 10_000;

/** Who is whom is told apart among so many, and not among more: they are sorted in memory that others need, too. */
const MOST_PEOPLE_COUNTED = 2_000_000;

export const dataAccessRepository = {
  select(db: EntityManager, filter: AccessFilter): SelectQueryBuilder<AuditRecordRow> {
    const { account, person, agreement, reporter, since, before } = filter;
    const query = db.createQueryBuilder(AuditRecordRow, 'access');
    if (account != null) query.andWhere('access.subject = :account', { account });
    if (person != null) query.andWhere(`access.id = ANY(ARRAY(${OF_PERSON}))`, { person });
    if (reporter !== undefined) query.andWhere(`access.id = ANY(ARRAY(${OF_REPORTER}))`, { reporter });
    if (agreement != null) query.andWhere('access.agreement = :agreement', { agreement });
    if (since) query.andWhere('access.at >= :since', { since });
    if (before) query.andWhere('access.at < :before', { before });
    return query;
  },

  /** How many there are; null where that would cost too much. */
  async count(db: EntityManager, filter: AccessFilter): Promise<number | null> {
    const [sql, parameters] = dataAccessRepository
      .select(db, filter)
      .select('1')
      .limit(MOST_COUNTED + 1)
      .getQueryAndParameters();
    const [row]: { count: number }[] = await db.query(
      `SELECT count(*) AS count FROM (${sql}) found`,
      parameters,
    );
    const count = row?.count ?? 0;
    return count > MOST_COUNTED ? null : count;
  },

  /** Accesses since an instant and before another, counted. */
  async summarize(db: EntityManager, since: Date, before: Date): Promise<StoredAccessCell[]> {
    const cells: (Omit<StoredAccessCell, 'people'> & { readonly shown: number })[] = await db.query(
      `SELECT ${CELL}, count(*) FILTER (WHERE action <> 'REFUSED') AS accesses,
         count(*) FILTER (WHERE action = 'REFUSED') AS refusals, sum(cardinality(people)) AS shown
       FROM audit_record WHERE ${COUNTED} GROUP BY ${CELL} ORDER BY ${CELL}`,
      [since, before],
    );
    const shown = cells.reduce((sum, cell) => sum + cell.shown, 0);
    const people = shown > MOST_PEOPLE_COUNTED ? null : await peopleByCell(db, since, before);
    return cells.map(({ shown: _, ...cell }) => ({
      ...cell,
      people: people && (people.get(keyOf(cell)) ?? 0),
    }));
  },
};

const CELL = 'organization, purpose, agreement, type';
const COUNTED = `at >= $1 AND at < $2 AND action <> 'AUDIT_READ'`;

/** Each person once in a cell, however often shown. */
async function peopleByCell(
  db: EntityManager,
  since: Date,
  before: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows: (AccessCell & { readonly people: number })[] = await db.query(
    `SELECT ${CELL}, count(*) AS people FROM (
       SELECT DISTINCT ${CELL}, shown FROM audit_record, unnest(people) AS shown WHERE ${COUNTED}) pair
     GROUP BY ${CELL}`,
    [since, before],
  );
  return new Map(rows.map((row) => [keyOf(row), row.people]));
}

function keyOf({ organization, purpose, agreement, type }: AccessCell): string {
  return JSON.stringify([organization, purpose, agreement, type]);
}
