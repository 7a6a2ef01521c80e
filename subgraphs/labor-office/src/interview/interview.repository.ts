import { type EntityManager, In } from 'typeorm';
import { InterviewRow } from './interview.entity';

export const interviewRepository = {
  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<InterviewRow[]> {
    return db.find(InterviewRow, {
      where: { personId: In([...personIds]) },
      order: { heldOn: 'DESC', id: 'ASC' },
    });
  },
};
