import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { CompetencyUnitRow } from './competency-unit.entity';

@ObjectType({ description: 'A competency unit (unit kompetensi SKKNI).' })
@Directive('@key(fields: "code")')
export class CompetencyUnit {
  @Field(() => ID, { description: 'Code of the unit in its standard (SKKNI).' })
  code!: string;

  @Field(() => String, { description: 'Title of the unit in the standard (judul unit).' })
  title!: string;

  @Field(() => String, { description: 'Version: the decree of the standard.' })
  version!: string;

  static from(row: CompetencyUnitRow): CompetencyUnit {
    return Object.assign(new CompetencyUnit(), row);
  }
}
