import type { EmployerSize } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('employer')
export class EmployerRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  nib!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  industryCode!: string | null;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('text', { nullable: true })
  industrialArea!: string | null;

  @Column('text', { nullable: true })
  size!: EmployerSize | null;

  @Column('boolean')
  member!: boolean;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
