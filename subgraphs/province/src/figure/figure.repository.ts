import type { SortColumn } from '@simpul/kit/database/page';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { FigureKey } from '../claim/claim.repository';
import { FigureChoiceRow, FigureRow } from './figure.entity';

/** In the order of matters. */
export const BY_MATTER: readonly SortColumn<FigureRow>[] = [
  { expression: 'figure.subject', of: ({ subject }) => subject },
  { expression: 'figure.predicate', of: ({ predicate }) => predicate },
];

/** Narrows figures; `subject` is a matter or the beginning of its path. */
export interface FigureFilter {
  readonly conflicting?: boolean | null | undefined;
  readonly subject?: string | null | undefined;
  readonly predicate?: string | null | undefined;
}

const OF_KEYS = '(%.subject, %.predicate) IN (SELECT * FROM unnest(:subjects::text[], :predicates::text[]))';

export const figureRepository = {
  select(
    db: EntityManager,
    { conflicting, subject, predicate }: FigureFilter,
  ): SelectQueryBuilder<FigureRow> {
    const query = db.createQueryBuilder(FigureRow, 'figure');
    if (conflicting != null) query.andWhere('figure.conflicting = :conflicting', { conflicting });
    if (predicate) query.andWhere('figure.predicate = :predicate', { predicate });
    if (subject) query.andWhere(atOrBelow(subject));
    return query;
  },

  async findByKeys(db: EntityManager, keys: readonly FigureKey[]): Promise<FigureRow[]> {
    return db
      .createQueryBuilder(FigureRow, 'figure')
      .where(OF_KEYS.replaceAll('%', 'figure'), columnsOf(keys))
      .getMany();
  },

  /** Figures on agreements, whose ids are the second step of the path. */
  async findByAgreements(db: EntityManager, ids: readonly string[]): Promise<FigureRow[]> {
    return db
      .createQueryBuilder(FigureRow, 'figure')
      .where(atOrBelow('agreement'))
      .andWhere("split_part(figure.subject, '/', 2) IN (:...ids)", { ids })
      .orderBy('figure.subject')
      .addOrderBy('figure.predicate')
      .getMany();
  },

  /** Oldest first. */
  async findChoices(db: EntityManager, keys: readonly FigureKey[]): Promise<FigureChoiceRow[]> {
    return db
      .createQueryBuilder(FigureChoiceRow, 'choice')
      .where(OF_KEYS.replaceAll('%', 'choice'), columnsOf(keys))
      .orderBy('choice.chosenAt')
      .getMany();
  },
};

function columnsOf(keys: readonly FigureKey[]): { subjects: string[]; predicates: string[] } {
  return {
    subjects: keys.map(({ subject }) => subject),
    predicates: keys.map(({ predicate }) => predicate),
  };
}

/** Paths collate "C", where '0' follows '/': a plain range covers all that lies below a step. */
function atOrBelow(path: string): Brackets {
  const subject = path.replace(/\/$/, '');
  return new Brackets((either) =>
    either
      .where('figure.subject = :subject', { subject })
      .orWhere('figure.subject >= :below AND figure.subject < :beyond', {
        below: `${subject}/`,
        beyond: `${subject}0`,
      }),
  );
}
