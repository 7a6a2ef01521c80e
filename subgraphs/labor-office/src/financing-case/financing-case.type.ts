import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { Money, rupiah } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Organization } from '../foreign/foreign.type';
import type { FinancingCaseRow } from './financing-case.entity';

export const FinancingStatus = graphqlEnum(
  'FinancingStatus',
  'Where a financing case stands. Moves: APPLIED to APPROVED or REJECTED; then DISBURSED, REPAYING, CLOSED.',
  {
    APPLIED: 'Applied (diajukan).',
    APPROVED: 'Approved (disetujui).',
    REJECTED: 'Rejected (ditolak).',
    DISBURSED: 'Paid out (dicairkan).',
    REPAYING: 'Being repaid in instalments (angsuran).',
    CLOSED: 'Closed (lunas).',
  },
);
export type FinancingStatus = keyof typeof FinancingStatus;

@ObjectType({
  description:
    'A financing case under KUR PMI (Permenko 1/2022; PermenP2MI 18/2025: ceiling Rp100 million, 6 percent). Amounts are for the lender and the person.',
})
@Directive('@key(fields: "id")')
export class FinancingCase {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Organization, { nullable: true, description: 'Lending bank (Himbara).' })
  @Personal('SPECIFIC', 'HIDE')
  lender?: Organization | null;

  @Field(() => Money, { nullable: true, description: 'Amount of the loan, in rupiah.' })
  @Personal('SPECIFIC', 'HIDE')
  amount?: Money | null;

  @Field(() => FinancingStatus, {
    nullable: true,
    description: 'Where the credit stands, from application to repayment.',
  })
  @Personal('SPECIFIC', 'HIDE')
  status?: FinancingStatus | null;

  @Field(() => [Prerequisite], { nullable: true, description: 'Prerequisites and whether each is met.' })
  @Personal('SPECIFIC', 'HIDE')
  prerequisites?: Prerequisite[] | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the borrower; not published. */
  personId!: string;

  static from(row: FinancingCaseRow): FinancingCase {
    const { id, personId, status, prerequisites, version, demo } = row;
    return Object.assign(new FinancingCase(), {
      ...{ id, personId, status, prerequisites, version, demo },
      lender: { id: row.lenderId },
      amount: rupiah(row.amount),
    });
  }
}

@ObjectType({ description: 'A condition of a financing case.' })
export class Prerequisite {
  @Field(() => String, { nullable: true, description: 'Condition, with its source.' })
  @Personal('SPECIFIC', 'HIDE')
  condition?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Met; null: not checked.' })
  @Personal('SPECIFIC', 'HIDE')
  met?: boolean | null;
}
