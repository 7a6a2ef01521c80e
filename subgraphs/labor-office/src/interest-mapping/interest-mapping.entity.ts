import type { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('interest_mapping')
export class InterestMappingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('date')
  mappedOn!: string;

  @Column('text', { array: true })
  occupations!: string[];

  @Column('text', { array: true })
  regions!: string[];

  @Column('text', { array: true })
  countries!: string[];

  @Column('text', { array: true })
  schemes!: PlacementScheme[];

  @Column('boolean')
  demo!: boolean;
}
