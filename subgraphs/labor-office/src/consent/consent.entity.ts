import type { PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentStatus } from './consent.type';

@Entity('consent')
export class ConsentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  recipientId!: string;

  @Column('text')
  purpose!: Purpose;

  @Column('text', { array: true })
  categories!: PersonalDataCategory[];

  @Column('timestamptz')
  givenAt!: Date;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  /** SHA-256 of the signed form or the recording; null: none was kept. */
  @Column('text', { nullable: true })
  evidenceHash!: string | null;

  @Column('boolean')
  demo!: boolean;

  /** Where it stands on a day: nobody has to write anything for a consent to expire. */
  statusOn(day: string): ConsentStatus {
    if (this.withdrawnAt !== null) return 'WITHDRAWN';
    return this.validUntil !== null && this.validUntil < day ? 'EXPIRED' : 'GIVEN';
  }
}
