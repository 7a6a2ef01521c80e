import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ListedCodeRow } from './code-list.entity';

@ObjectType({ description: 'An occupation (KBJI 2014, structure of ISCO-08).' })
@Directive('@key(fields: "code")')
export class Occupation {
  @Field(() => ID, { description: 'KBJI code, e.g. 7212.' })
  code!: string;

  @Field(() => String, { description: 'Official name (nama jabatan).' })
  name!: string;

  @Field(() => String, { description: 'Version of the list, e.g. KBJI 2014.' })
  version!: string;

  @Field(() => String, { nullable: true, description: 'ISCO-08 code for overseas pathways.' })
  iscoCode?: string | null;

  /** For the edge one level up; not published. */
  parentCode!: string | null;

  static from(row: ListedCodeRow): Occupation {
    return Object.assign(new Occupation(), row);
  }
}

@ObjectType({ description: 'One row of a OccupationConnection.' })
export class OccupationEdge extends edgeOf(Occupation) {}

@ObjectType({ description: 'A page of occupations.' })
export class OccupationConnection extends connectionOf(Occupation, OccupationEdge) {}

@ObjectType({ description: 'An industry of the official classification (KBLI, BPS).' })
@Directive('@key(fields: "code")')
export class Industry {
  @Field(() => ID, { description: 'KBLI code, e.g. C24.' })
  code!: string;

  @Field(() => String, { description: 'Official name (lapangan usaha).' })
  name!: string;

  @Field(() => String, { description: 'Version of the list: KBLI 2020 or KBLI 2025.' })
  version!: string;

  /** For the edge one level up; not published. */
  parentCode!: string | null;

  static from({ code, name, version, parentCode }: ListedCodeRow): Industry {
    return Object.assign(new Industry(), { code, name, version, parentCode });
  }
}

@ObjectType({ description: 'One row of a IndustryConnection.' })
export class IndustryEdge extends edgeOf(Industry) {}

@ObjectType({ description: 'A page of industries.' })
export class IndustryConnection extends connectionOf(Industry, IndustryEdge) {}
