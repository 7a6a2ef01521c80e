import { type EntityManager, In } from 'typeorm';
import { VacancyVerificationRow } from './vacancy-verification.entity';

export const vacancyVerificationRepository = {
  async findOfVacancies(db: EntityManager, ids: readonly string[]): Promise<VacancyVerificationRow[]> {
    return db.findBy(VacancyVerificationRow, { vacancyId: In([...ids]) });
  },
};
