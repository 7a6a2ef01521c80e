import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

const count = z.int().nullish();
const employerReference = z.object({
  id: z.string(),
  latestWorkforceReport: z
    .object({
      id: z.string(),
      total: count,
      needed: count,
      newHires: count,
      localByRegion: z.array(
        z.object({
          region: z.object({ code: z.string() }).nullish(),
          total: count,
          needed: count,
          newHires: count,
        }),
      ),
    })
    .nullish(),
});

/** A reference to another agency's record; null where none is recorded. */
export function withId(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}

/** A reference to an entry of a code list; null where none is recorded. */
export function withCode(code: string | null): { code: string } | null {
  return code === null ? null : { code };
}

@ObjectType({ description: 'An employer (pemberi kerja), member of the association or not.' })
@Directive('@key(fields: "id")')
export class Employer {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => WorkforceReport, { nullable: true, description: 'Newest workforce report; null: none.' })
  @Directive('@external')
  latestWorkforceReport?: WorkforceReport | null;

  /** The reference with what the gateway brings along; an agency that sent no report at all sends nothing here. */
  static from(reference: Record<string, unknown>): Employer {
    return Object.assign(new Employer(), employerReference.parse(reference));
  }
}

@ObjectType({
  description:
    "A workforce report of an employer's site and period (wajib lapor ketenagakerjaan, UU 7/1981). Counts only, no person.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class WorkforceReport {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Employees; null when not stated.' })
  @Directive('@external')
  total?: number | null;

  @Field(() => Int, { nullable: true, description: 'Workforce needed; null when not stated.' })
  @Directive('@external')
  needed?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hired in the period; null when not stated.' })
  @Directive('@external')
  newHires?: number | null;

  @Field(() => [WorkforceByRegion], { description: 'Workers by region of residence.' })
  @Directive('@external')
  localByRegion!: WorkforceByRegion[];
}

@ObjectType({ description: 'Workers living in one region.' })
@Directive('@external')
export class WorkforceByRegion {
  @Field(() => Region, { nullable: true, description: 'Region where these workers live.' })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: 'Employees who live there.' })
  total?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the workforce needed, those to be filled from the region.',
  })
  needed?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hired in the period.' })
  newHires?: number | null;
}

@ObjectType({ description: 'A vacancy with the fields of Perpres 57/2023 art. 5 and more.' })
@Directive('@key(fields: "id")')
export class Vacancy {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({
  description:
    'Places under an agreement, in a tree: pool, province, city, class (kuota). Children never exceed their parent; filled never exceeds seats. Alternative readings of one number are separate trees.',
})
@Directive('@key(fields: "id")')
export class QuotaAllocation {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({
  description:
    'An agreement between organisations, or an event that is treated as one (nota kesepakatan, kesepakatan bersama, PKS; PP 28/2018, Permendagri 22/2020). What no source gives is null.',
})
@Directive('@key(fields: "id")')
export class Agreement {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'An occupation (KBJI 2014, structure of ISCO-08).' })
@Directive('@key(fields: "code")')
export class Occupation {
  @Field(() => ID, { description: 'KBJI code, e.g. 7212.' })
  code!: string;
}

@ObjectType({
  description: 'An administrative region (wilayah). Kota Serang 36.73 is not Kabupaten Serang 36.04.',
})
@Directive('@key(fields: "code", resolvable: false)')
export class Region {
  @Field(() => ID, {
    description: 'Kemendagri code with dots, e.g. 36.73.01 (Kepmendagri 300.2.2-2138/2025).',
  })
  code!: string;
}

@ObjectType({ description: 'An industry of the official classification (KBLI, BPS).' })
@Directive('@key(fields: "code", resolvable: false)')
export class Industry {
  @Field(() => ID, { description: 'KBLI code, e.g. C24.' })
  code!: string;
}

@ObjectType({
  description: 'An organisation: government agency, training centre, association, bank, company.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Organization {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A class (angkatan) of a programme; 16 seats by default.' })
@Directive('@key(fields: "id", resolvable: false)')
export class TrainingClass {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A pathway abroad as announced.' })
@Directive('@key(fields: "id", resolvable: false)')
export class OverseasPathway {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A competency unit (unit kompetensi SKKNI).' })
@Directive('@key(fields: "code", resolvable: false)')
export class CompetencyUnit {
  @Field(() => ID, { description: 'Code of the unit in its standard (SKKNI).' })
  code!: string;
}
