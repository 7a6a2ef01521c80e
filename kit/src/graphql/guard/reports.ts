import { type GraphQLField, type GraphQLSchema, defaultFieldResolver, isObjectType } from 'graphql';
import type { Disclosures } from '../../audit/disclosures';

/** The id of the employer that reports what an object tells, for each type of such objects. */
export type ReportersOf = Readonly<Record<string, (source: never) => string>>;

/** Puts on record, field by field, who is shown what an employer reports. */
export function recordReports(schema: GraphQLSchema, reporters: ReportersOf): void {
  for (const [name, reporterOf] of Object.entries(reporters)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name}: no such type, mend the list of reports.`);
    const fields: readonly GraphQLField<unknown, { disclosures: Disclosures }>[] = Object.values(
      type.getFields(),
    );
    for (const field of fields) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, ctx, info) => {
        ctx.disclosures.addReport({ type: name, field: field.name, employer: reporterOf(source as never) });
        return resolve(source, args, ctx, info);
      };
    }
  }
}
