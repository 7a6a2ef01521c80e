import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('certificate')
export class CertificateRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { nullable: true })
  programmeId!: string | null;

  @Column('uuid', { nullable: true })
  enrolmentId!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('text')
  scheme!: string;

  @Column('text', { nullable: true })
  qualifier!: string | null;

  @Column('text', { array: true })
  units!: string[];

  @Column('integer', { nullable: true })
  kkni!: number | null;

  @Column('text', { nullable: true })
  certificationBody!: string | null;

  @Column('date')
  issuedOn!: string;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('date', { nullable: true })
  revokedOn!: string | null;

  @Column('boolean')
  demo!: boolean;
}
