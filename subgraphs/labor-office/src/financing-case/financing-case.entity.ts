import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import { z } from 'zod';
import type { FinancingStatus } from './financing-case.type';

const prerequisites = z.array(z.strictObject({ condition: z.string(), met: z.boolean().nullable() }));

/** A condition of a loan, with its source, and whether it is met; null: not checked. */
export type StoredPrerequisite = z.output<typeof prerequisites>[number];

const prerequisitesColumn: ValueTransformer = {
  from: (stored: unknown): StoredPrerequisite[] => prerequisites.parse(stored),
  to: (rows: readonly StoredPrerequisite[]) => rows,
};

@Entity('financing_case')
export class FinancingCaseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  overseasCaseId!: string;

  @Column('uuid')
  lenderId!: string;

  @Column('numeric')
  amount!: number;

  @Column('text')
  status!: FinancingStatus;

  @Column('jsonb', { transformer: prerequisitesColumn })
  prerequisites!: StoredPrerequisite[];

  @Column('date')
  appliedOn!: string;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
