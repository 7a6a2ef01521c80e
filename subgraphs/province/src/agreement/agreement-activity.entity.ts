import type { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agreement_activity')
export class AgreementActivityRow {
  @PrimaryColumn('uuid')
  agreementId!: string;

  @Column('integer')
  classes!: number;

  @Column('integer')
  seats!: number;

  @Column('timestamptz')
  asOf!: Date;

  @Column('boolean')
  demo!: boolean;
}

@Entity('agreement_placement')
export class AgreementPlacementRow {
  @PrimaryColumn('uuid')
  agreementId!: string;

  @PrimaryColumn('text')
  scheme!: PlacementScheme;

  @Column('integer')
  placed!: number;
}
