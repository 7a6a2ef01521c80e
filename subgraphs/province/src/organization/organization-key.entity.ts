import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public key of an organisation. */
@Entity('organization_key')
export class OrganizationKeyRow {
  @PrimaryColumn('text')
  kid!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('jsonb')
  jwk!: unknown;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;
}
