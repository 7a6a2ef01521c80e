import { whereBranch } from '@simpul/kit/database/branch-filter';
import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { EmployerRow } from './employer.entity';
import type { EmployerFilter } from './employer.input';

/** In the order of names. */
export const BY_NAME: readonly SortColumn<EmployerRow>[] = [
  { expression: 'employer.name', of: ({ name }) => name },
  { expression: 'employer.id', of: ({ id }) => id },
];

export const employerRepository = {
  select(db: EntityManager, filter: EmployerFilter): SelectQueryBuilder<EmployerRow> {
    const query = db.createQueryBuilder(EmployerRow, 'employer');
    if (filter.industrialArea)
      query.andWhere('employer.industrialArea = :area', { area: filter.industrialArea });
    whereBranch(query, 'employer.industryCode', filter.industries);
    if (filter.size) query.andWhere('employer.size = ANY(:size)', { size: filter.size });
    if (filter.member != null) query.andWhere('employer.member = :member', { member: filter.member });
    wordsOf(filter.text).forEach((word, index) => {
      const name = `word${String(index)}`;
      query.andWhere(`employer.name ILIKE :${name}`, { [name]: `%${word.replace(/[\\%_]/g, '\\$&')}%` });
    });
    if (filter.reportedVacancySince) {
      query.andWhere(
        'EXISTS (SELECT 1 FROM vacancy WHERE vacancy.employer_id = employer.id AND vacancy.reported_at >= :since)',
        { since: `${filter.reportedVacancySince}T00:00+07:00` },
      );
    }
    return whereWithin(query, 'employer.regionCode', filter.region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<EmployerRow[]> {
    return db.findBy(EmployerRow, { id: In([...ids]) });
  },

  async findByNib(db: EntityManager, nib: string): Promise<EmployerRow | null> {
    return db.findOneBy(EmployerRow, { nib });
  },
};

function wordsOf(text: string | null | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}
