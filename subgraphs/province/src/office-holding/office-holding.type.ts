import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Field, ObjectType } from 'type-graphql';
import type { OfficeHoldingRow } from './office-holding.entity';

@ObjectType({ description: 'A public office held by someone for a time; kept apart from job seekers.' })
export class OfficeHolding {
  @Field(() => String, { description: 'Preferred spelling of the name.' })
  name!: string;

  @Field(() => [String], { description: 'Spellings in the sources, e.g. Ady and Adi.' })
  nameVariants!: string[];

  @Field(() => String, { description: 'Office (jabatan).' })
  office!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when not recorded.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null when not recorded or still held.' })
  to?: string | null;

  @Field(() => [DateScalar], { description: 'Days on which a source shows the office as held.' })
  seenOn!: string[];

  @Field(() => [Source], { description: 'Documents and articles that say so.' })
  sources!: Source[];

  static from(row: OfficeHoldingRow): OfficeHolding {
    return Object.assign(new OfficeHolding(), row, { from: row.heldFrom, to: row.heldTo });
  }
}
