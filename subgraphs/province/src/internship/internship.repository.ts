import { whereBranch } from '@simpul/kit/database/branch-filter';
import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { SchoolRow } from '../school/school.entity';
import { InternshipRow } from './internship.entity';
import type { InternshipFilter } from './internship.input';

/** Those that end last come first. */
export const LATEST_END: readonly SortColumn<InternshipRow>[] = [
  { expression: 'internship.endsOn', of: ({ endsOn }) => endsOn, descending: true },
  { expression: 'internship.id', of: ({ id }) => id },
];

/** Not fit to run (UU 27/2022 art. 25), or leading nowhere. */
const INCOMPLETE =
  "(internship.guardian_consent IN ('MISSING', 'WITHDRAWN') OR NOT internship.certification_planned)";

export const internshipRepository = {
  select(db: EntityManager, filter: InternshipFilter): SelectQueryBuilder<InternshipRow> {
    const query = db.createQueryBuilder(InternshipRow, 'internship');
    const { status, guardianConsent, certificationPlanned, incomplete, employer, facility } = filter;
    if (status) query.andWhere('internship.status = ANY (:status)', { status });
    if (guardianConsent)
      query.andWhere('internship.guardianConsent = ANY (:guardianConsent)', { guardianConsent });
    if (certificationPlanned != null)
      query.andWhere('internship.certificationPlanned = :certificationPlanned', { certificationPlanned });
    if (incomplete != null) query.andWhere(`${INCOMPLETE} = :incomplete`, { incomplete });
    if (employer) query.andWhere('internship.employerId = :employer', { employer });
    if (facility) query.andWhere('internship.facilityId = :facility', { facility });
    whereBranch(query, 'internship.occupationCode', filter.occupations);
    if (filter.endsFrom) query.andWhere('internship.endsOn >= :endsFrom', { endsFrom: filter.endsFrom });
    if (filter.endsTo) query.andWhere('internship.endsOn <= :endsTo', { endsTo: filter.endsTo });
    if (filter.region) query.innerJoin(SchoolRow, 'school', 'school.npsn = internship.schoolNpsn');
    return whereWithin(query, 'school.regionCode', filter.region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<InternshipRow[]> {
    return db.findBy(InternshipRow, { id: In([...ids]) });
  },
};
