import type { StoredSource } from '@simpul/kit/database/sources';
import type { AgreementSlug, OrganizationSlug } from '@simpul/schema/contract/ids';
import type { PartyRole } from '../agreement/agreement-party.type';
import type { SignatoryCapacity, WitnessRole } from '../agreement/agreement-signing.type';
import type { AgreementForm, AgreementStatus } from '../agreement/agreement.type';
import { SIGNING_IN_CILEGON, SIGNING_IN_SERANG } from './facts-officials';
import { articles } from './facts-sources';

/** An agreement as it is recorded, with what hangs on it. Numbers, terms and clauses are in no source. */
export interface AgreementFact {
  readonly slug: AgreementSlug;
  readonly title: string;
  readonly form: AgreementForm;
  readonly status: AgreementStatus;
  readonly plannedSigningOn?: string;
  readonly signedOn?: string;
  readonly place: string;
  readonly subject?: string;
  readonly followsUp?: AgreementSlug;
  readonly parties: readonly PartyFact[];
  readonly signatories?: readonly SignatoryFact[];
  readonly witnesses?: readonly WitnessFact[];
  readonly sources: readonly StoredSource[];
}

interface PartyFact {
  readonly organization: OrganizationSlug;
  readonly role: PartyRole;
}

interface SignatoryFact {
  readonly name: string;
  readonly office: string;
  readonly organization: OrganizationSlug;
  readonly capacity: SignatoryCapacity;
}

interface WitnessFact {
  readonly name: string;
  readonly office: string;
  readonly organization: OrganizationSlug;
  readonly role: WitnessRole;
  readonly sources: readonly StoredSource[];
}

const SERANG_AND_BBPVP: readonly PartyFact[] = [
  { organization: 'pemkot-serang', role: 'PARTY' },
  { organization: 'bbpvp-serang', role: 'PARTY' },
];

/** Both lists of names united: article 004 names witnesses, 001 those attending. */
const WITNESSES_IN_SERANG: readonly WitnessFact[] = [
  {
    name: 'Nur Agis Aulia',
    office: 'Wakil Wali Kota Serang',
    organization: 'pemkot-serang',
    role: 'WITNESS',
    sources: articles('001', '004'),
  },
  {
    name: 'Subagyo',
    office: 'Asda I Kota Serang',
    organization: 'setda-kota-serang',
    role: 'WITNESS',
    sources: articles('001', '004'),
  },
  {
    name: 'Ina Linawati',
    office: 'Kepala Bappeda Kota Serang',
    organization: 'bappeda-kota-serang',
    role: 'WITNESS',
    sources: articles('001', '004'),
  },
  {
    name: 'Yusup Suprapto',
    office: 'Sekretaris BPKAD Kota Serang',
    organization: 'bpkad-kota-serang',
    role: 'WITNESS',
    sources: articles('004'),
  },
  {
    name: 'Agus Hendrawan',
    office: 'Sekretaris Disnakertrans Kota Serang',
    organization: 'disnakertrans-kota-serang',
    role: 'WITNESS',
    sources: articles('004'),
  },
  {
    name: 'Wachyu Kristiawan',
    office: 'Inspektur Kota Serang',
    organization: 'inspektorat-kota-serang',
    role: 'ATTENDEE',
    sources: articles('001'),
  },
];

export const AGREEMENT_FACTS: readonly AgreementFact[] = [
  {
    slug: 'A1',
    title: 'MoU peningkatan kompetensi dan pemberdayaan masyarakat, Pemkot Serang – BBPVP Serang',
    form: 'NOTA_KESEPAKATAN',
    status: 'PLANNED',
    plannedSigningOn: '2025-10-30',
    place: 'Kota Serang',
    subject: 'Competence and community empowerment.',
    parties: SERANG_AND_BBPVP,
    sources: articles('000'),
  },
  {
    slug: 'A2',
    title: 'MoU Pemkot Serang – BBPVP Serang',
    form: 'NOTA_KESEPAHAMAN_UNSPECIFIED',
    status: 'SIGNED',
    signedOn: SIGNING_IN_SERANG,
    place: 'Setda lantai 2, Puspemkot Serang',
    parties: SERANG_AND_BBPVP,
    signatories: [
      {
        name: 'Budi Rustandi',
        office: 'Wali Kota Serang',
        organization: 'pemkot-serang',
        capacity: 'HEAD_OF_REGION',
      },
      {
        name: 'Ady Nugroho',
        office: 'Kepala BBPVP Serang',
        organization: 'bbpvp-serang',
        capacity: 'HEAD_OF_CENTRAL_UNIT',
      },
    ],
    witnesses: WITNESSES_IN_SERANG,
    sources: articles('001', '004'),
  },
  {
    slug: 'A3',
    title: 'MoU Pemkot Cilegon – BBPVP Serang',
    form: 'NOTA_KESEPAHAMAN_UNSPECIFIED',
    status: 'SIGNED',
    signedOn: SIGNING_IN_CILEGON,
    place: 'Ruang tamu Wali Kota Cilegon',
    subject: 'Umbrella agreement.',
    parties: [
      { organization: 'pemkot-cilegon', role: 'PARTY' },
      { organization: 'bbpvp-serang', role: 'PARTY' },
    ],
    signatories: [
      {
        name: 'Robinsar',
        office: 'Wali Kota Cilegon',
        organization: 'pemkot-cilegon',
        capacity: 'HEAD_OF_REGION',
      },
      {
        // The article names the office only.
        name: 'Kepala BBPVP Serang',
        office: 'Kepala BBPVP Serang',
        organization: 'bbpvp-serang',
        capacity: 'HEAD_OF_CENTRAL_UNIT',
      },
    ],
    sources: articles('003'),
  },
  {
    slug: 'A4',
    title: 'MoU lanjutan Apindo – Disnaker Kota Cilegon – BBPVP Serang',
    form: 'NOTA_KESEPAHAMAN_UNSPECIFIED',
    status: 'SIGNED',
    signedOn: '2025-10-01',
    place: 'Kantor BBPVP Serang',
    subject:
      'Tripartite follow-up of the umbrella agreement; Apindo for apprenticeship, placement and demand.',
    followsUp: 'A3',
    parties: [
      // Shown as a party and as to be involved: both readings stand in the agreement's figures.
      { organization: 'apindo', role: 'PARTY' },
      { organization: 'disnaker-kota-cilegon', role: 'PARTY' },
      { organization: 'bbpvp-serang', role: 'PARTY' },
    ],
    sources: articles('003'),
  },
  {
    slug: 'A5',
    title: 'Rapat koordinasi Pemprov Banten – BBPVP Serang',
    form: 'NO_DOCUMENT',
    status: 'CLAIMED',
    place: 'Pendopo Gubernur',
    subject: 'Verbal commitment to mutual support; Disnaker Banten and Dinas Pendidikan are tasked.',
    parties: [
      { organization: 'pemprov-banten', role: 'PARTY' },
      { organization: 'bbpvp-serang', role: 'PARTY' },
      { organization: 'disnaker-banten', role: 'IMPLEMENTER' },
      { organization: 'dinas-pendidikan-banten', role: 'IMPLEMENTER' },
    ],
    sources: articles('002'),
  },
];
