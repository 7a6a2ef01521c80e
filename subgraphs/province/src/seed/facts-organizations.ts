import type { StoredSource } from '@simpul/kit/database/sources';
import type { OrganizationSlug } from '@simpul/schema/contract/ids';
import type { OrganizationKind } from '../organization/organization.type';
import { articles } from './facts-sources';

/** An organisation as the articles write it. */
export interface OrganizationFact {
  readonly slug: OrganizationSlug;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly kind: OrganizationKind;
  /** Null where no article says which region it serves or sits in. */
  readonly region: string | null;
  readonly parent?: OrganizationSlug;
  readonly sources: readonly StoredSource[];
}

const SERANG = '36.73';
const CILEGON = '36.72';
const BANTEN = '36';

export const ORGANIZATION_FACTS: readonly OrganizationFact[] = [
  {
    slug: 'pemkot-serang',
    name: 'Pemkot Serang',
    aliases: ['Pemerintah Kota Serang'],
    kind: 'MUNICIPALITY',
    region: SERANG,
    sources: articles('000', '001', '004'),
  },
  {
    slug: 'disnakertrans-kota-serang',
    name: 'Disnakertrans Kota Serang',
    kind: 'REGIONAL_AGENCY',
    region: SERANG,
    parent: 'pemkot-serang',
    sources: articles('000', '004'),
  },
  {
    slug: 'setda-kota-serang',
    name: 'Setda Kota Serang',
    kind: 'REGIONAL_AGENCY',
    region: SERANG,
    parent: 'pemkot-serang',
    sources: articles('001', '004'),
  },
  {
    slug: 'bappeda-kota-serang',
    name: 'Bappeda Kota Serang',
    kind: 'REGIONAL_AGENCY',
    region: SERANG,
    parent: 'pemkot-serang',
    sources: articles('001', '004'),
  },
  {
    slug: 'inspektorat-kota-serang',
    name: 'Inspektorat Kota Serang',
    kind: 'REGIONAL_AGENCY',
    region: SERANG,
    parent: 'pemkot-serang',
    sources: articles('001', '004'),
  },
  {
    slug: 'bpkad-kota-serang',
    name: 'BPKAD Kota Serang',
    kind: 'REGIONAL_AGENCY',
    region: SERANG,
    parent: 'pemkot-serang',
    sources: articles('001', '004'),
  },
  {
    slug: 'kemnaker',
    name: 'Kemnaker',
    aliases: ['Kemenaker', 'Kementerian Ketenagakerjaan RI'],
    kind: 'MINISTRY',
    region: null,
    sources: articles('000', '001', '002', '003', '004'),
  },
  {
    slug: 'bbpvp-serang',
    name: 'BBPVP Serang',
    aliases: ['BLK Serang', 'balai besar vokasi'],
    kind: 'TRAINING_CENTRE',
    // "Serang" may be the city or the regency around it.
    region: null,
    parent: 'kemnaker',
    sources: articles('000', '001', '002', '003', '004'),
  },
  {
    slug: 'pemkot-cilegon',
    name: 'Pemkot Cilegon',
    kind: 'MUNICIPALITY',
    region: CILEGON,
    sources: articles('003'),
  },
  {
    slug: 'disnaker-kota-cilegon',
    name: 'Disnaker Kota Cilegon',
    aliases: ['Dinas Tenaga Kerja Kota Cilegon'],
    kind: 'REGIONAL_AGENCY',
    region: CILEGON,
    parent: 'pemkot-cilegon',
    sources: articles('003'),
  },
  {
    slug: 'apindo',
    name: 'Apindo',
    kind: 'EMPLOYERS_ASSOCIATION',
    // The article names no branch.
    region: null,
    sources: articles('003'),
  },
  {
    slug: 'pemprov-banten',
    name: 'Pemprov Banten',
    kind: 'PROVINCE',
    region: BANTEN,
    sources: articles('002'),
  },
  {
    slug: 'disnaker-banten',
    name: 'Disnaker Banten',
    kind: 'REGIONAL_AGENCY',
    region: BANTEN,
    parent: 'pemprov-banten',
    sources: articles('002'),
  },
  {
    slug: 'dinas-pendidikan-banten',
    name: 'Dinas Pendidikan',
    kind: 'REGIONAL_AGENCY',
    region: BANTEN,
    parent: 'pemprov-banten',
    sources: articles('002'),
  },
  {
    slug: 'kementerian-sosial',
    name: 'Kementerian Sosial',
    aliases: ['Kemensos'],
    kind: 'MINISTRY',
    region: null,
    sources: articles('002'),
  },
  { slug: 'himbara', name: 'Bank Himbara', kind: 'BANK', region: null, sources: articles('004') },
  {
    slug: 'asosiasi-lembaga-mitra',
    name: 'Asosiasi dan lembaga mitra',
    kind: 'OVERSEAS_PARTNER',
    region: null,
    sources: articles('001', '002'),
  },
  {
    slug: 'perusahaan-asing',
    name: 'Perusahaan asing (termasuk Korea Selatan)',
    kind: 'COMPANY',
    region: null,
    sources: articles('001', '002'),
  },
  { slug: 'investor', name: 'Investor', kind: 'OTHER', region: null, sources: articles('001', '002') },
  { slug: 'smk', name: 'SMK', kind: 'SCHOOL', region: null, sources: articles('001', '002') },
];
