import type { SourceKind } from '@simpul/kit/graphql/shared-enums';
import { Column } from 'typeorm';

/** The one source of a statement, in columns `source_…` of its row: sources are compared, so they are no jsonb. */
export class SourceColumns {
  @Column('text')
  name!: string;

  @Column('text')
  kind!: SourceKind;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('date', { nullable: true })
  publishedOn!: string | null;
}
