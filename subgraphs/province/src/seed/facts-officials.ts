import type { StoredSource } from '@simpul/kit/database/sources';
import type { OrganizationSlug } from '@simpul/schema/contract/ids';
import { articles, newsSite } from './facts-sources';

/** Someone seen in a public office. First and last days are in no source. */
export interface OfficialFact {
  readonly name: string;
  readonly variants?: readonly string[];
  readonly office: string;
  readonly organization: OrganizationSlug;
  /** Days of events at which a source shows the office as held. */
  readonly seenOn: readonly string[];
  readonly sources: readonly StoredSource[];
}

/** Days of the events that the articles tell of. */
export const MEETING_IN_BANTEN = '2025-08-27';
export const SIGNING_IN_CILEGON = '2025-09-25';
export const SIGNING_IN_SERANG = '2025-12-15';

export const OFFICIAL_FACTS: readonly OfficialFact[] = [
  {
    name: 'Budi Rustandi',
    office: 'Wali Kota Serang',
    organization: 'pemkot-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('001', '004'),
  },
  {
    name: 'Nur Agis Aulia',
    office: 'Wakil Wali Kota Serang',
    organization: 'pemkot-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('001', '004'),
  },
  {
    name: 'Subagyo',
    office: 'Asda I Kota Serang',
    organization: 'setda-kota-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('001', '004'),
  },
  {
    name: 'Ina Linawati',
    office: 'Kepala Bappeda Kota Serang',
    organization: 'bappeda-kota-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('001', '004'),
  },
  {
    name: 'Wachyu Kristiawan',
    office: 'Inspektur Kota Serang',
    organization: 'inspektorat-kota-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('001'),
  },
  {
    name: 'Yusup Suprapto',
    office: 'Sekretaris BPKAD Kota Serang',
    organization: 'bpkad-kota-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('004'),
  },
  {
    name: 'Agus Hendrawan',
    office: 'Sekretaris Disnakertrans Kota Serang',
    organization: 'disnakertrans-kota-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('000', '004'),
  },
  {
    name: 'Sri Marlina',
    office: 'Pejabat fungsional bidang produktivitas dan pelatihan, Disnakertrans Kota Serang',
    organization: 'disnakertrans-kota-serang',
    seenOn: [],
    sources: articles('000'),
  },
  {
    name: 'Ady Nugroho',
    variants: ['Ady Nugroho', 'Adi Nugroho'],
    office: 'Kepala BBPVP Serang',
    organization: 'bbpvp-serang',
    seenOn: [SIGNING_IN_SERANG],
    sources: articles('001', '002', '004'),
  },
  {
    name: 'Ade Adriona',
    office: 'Kepala BBPVP Serang',
    organization: 'bbpvp-serang',
    seenOn: ['2025-06-17'],
    sources: [newsSite('jurnalkawasan.com')],
  },
  {
    name: 'Robinsar',
    office: 'Wali Kota Cilegon',
    organization: 'pemkot-cilegon',
    seenOn: [SIGNING_IN_CILEGON],
    sources: articles('003'),
  },
  {
    name: 'Fajar Hadi Prabowo',
    office: 'Wakil Wali Kota Cilegon',
    organization: 'pemkot-cilegon',
    seenOn: [],
    sources: articles('003'),
  },
  {
    name: 'Panca N. Widodo',
    office: 'Kepala Disnaker Kota Cilegon',
    organization: 'disnaker-kota-cilegon',
    seenOn: [],
    sources: articles('003'),
  },
  {
    name: 'Andra Soni',
    office: 'Gubernur Banten',
    organization: 'pemprov-banten',
    seenOn: [],
    sources: articles('002'),
  },
];
