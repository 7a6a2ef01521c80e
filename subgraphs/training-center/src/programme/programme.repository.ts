import type { SortColumn } from '@simpul/kit/database/page';
import { wordPatterns } from '@simpul/kit/database/words';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { ProgrammeRow } from './programme.entity';
import type { ProgrammeFilter } from './programme.input';

/** In the order of names. */
export const PROGRAMME_BY_NAME: readonly SortColumn<ProgrammeRow>[] = [
  { expression: 'programme.name', of: ({ name }) => name },
  { expression: 'programme.id', of: ({ id }) => id },
];

/** What names programmes: a unit that they teach, or a pathway that they prepare for. */
export type ProgrammeParent = 'COMPETENCY_UNIT' | 'OVERSEAS_PATHWAY';

const LINKS: Record<ProgrammeParent, { readonly table: string; readonly parent: string }> = {
  COMPETENCY_UNIT: { table: 'programme_unit', parent: 'link.unit_code' },
  OVERSEAS_PATHWAY: { table: 'overseas_pathway_programme', parent: 'link.pathway_id' },
};

/** A programme as one of those that a parent names. */
export interface NamedProgramme {
  readonly parent: string;
  readonly programme: ProgrammeRow;
}

export const programmeRepository = {
  select(db: EntityManager, filter: ProgrammeFilter): SelectQueryBuilder<ProgrammeRow> {
    const query = db.createQueryBuilder(ProgrammeRow, 'programme');
    if (filter.kind) query.andWhere('programme.kind = ANY (:kind)', { kind: filter.kind });
    if (filter.funding) query.andWhere('programme.funding && :funding', { funding: filter.funding });
    if (filter.free != null) query.andWhere('programme.free = :free', { free: filter.free });
    if (filter.competencyUnits) {
      query.andWhere(
        'programme.id IN (SELECT link.programme_id FROM programme_unit link WHERE link.unit_code = ANY (:units))',
        { units: filter.competencyUnits },
      );
    }
    if (filter.text) {
      query.andWhere("concat_ws(' ', programme.code, programme.name, programme.field) ILIKE ALL (:words)", {
        words: wordPatterns(filter.text),
      });
    }
    return query;
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<ProgrammeRow[]> {
    return db.findBy(ProgrammeRow, { id: In([...ids]) });
  },

  async findNamedBy(
    db: EntityManager,
    kind: ProgrammeParent,
    parents: readonly string[],
  ): Promise<NamedProgramme[]> {
    const { table, parent } = LINKS[kind];
    const { raw, entities } = await db
      .createQueryBuilder(ProgrammeRow, 'programme')
      .innerJoin(table, 'link', 'link.programme_id = programme.id')
      .addSelect(parent, 'parent')
      .where(`${parent} IN (:...parents)`, { parents })
      .orderBy('programme.name')
      .getRawAndEntities<{ programme_id: string; parent: string }>();
    const byId = new Map(entities.map((programme) => [programme.id, programme]));
    return raw.flatMap((link) => {
      const programme = byId.get(link.programme_id);
      return programme ? { parent: link.parent, programme } : [];
    });
  },

  /** Codes of the occupations that programmes lead to, in code order. */
  async findOccupations(
    db: EntityManager,
    ids: readonly string[],
  ): Promise<{ readonly programmeId: string; readonly code: string }[]> {
    return db.query(
      `SELECT programme_id AS "programmeId", occupation_code AS code FROM programme_occupation
       WHERE programme_id = ANY ($1) ORDER BY occupation_code`,
      [ids],
    );
  },
};
