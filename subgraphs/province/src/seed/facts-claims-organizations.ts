import { type OrganizationSlug, organizationId } from '@simpul/schema/contract/ids';
import { type ClaimFact, figure, saidBy } from './facts-claims';
import { SIGNING_IN_SERANG } from './facts-officials';
import { type Article, ONE_OF_THE_ARTICLES, article, articles, newsSite } from './facts-sources';

const pathOf = (slug: OrganizationSlug): string => `organization/${organizationId(slug)}`;

/** What the articles tell of each organisation's part. */
const ROLES: readonly (readonly [OrganizationSlug, string, readonly Article[]])[] = [
  ['pemkot-serang', 'party of the MoU; city whose residents get the quota', ['000', '001', '004']],
  ['disnakertrans-kota-serang', 'city labour office; recruits candidates for the 64 seats', ['000', '004']],
  ['setda-kota-serang', 'present at the signing', ['001', '004']],
  ['bappeda-kota-serang', 'present at the signing; planning', ['001', '004']],
  ['inspektorat-kota-serang', 'present at the signing; audit', ['001']],
  ['bpkad-kota-serang', 'present at the signing; finance', ['004']],
  [
    'bbpvp-serang',
    "the ministry's training centre, party of the MoU; owns programmes, seats and facilities",
    ['000', '001', '002', '003', '004'],
  ],
  [
    'kemnaker',
    'parent ministry; state budget (APBN); owner of SIAPkerja',
    ['000', '001', '002', '003', '004'],
  ],
  ['pemkot-cilegon', 'party of the MoU', ['003']],
  ['disnaker-kota-cilegon', 'implements the tripartite follow-up', ['003']],
  ['apindo', 'employer side of the tripartite; apprenticeship, placement, needs of employers', ['003']],
  ['pemprov-banten', 'coordinates with BBPVP', ['002']],
  ['disnaker-banten', 'coordinates with BBPVP', ['002']],
  ['dinas-pendidikan-banten', 'coordinates with BBPVP; SMK internships', ['002']],
  ['kementerian-sosial', 'initiator of Sekolah Rakyat on the grounds of BBPVP', ['002']],
  ['himbara', 'lends KUR PMI', ['004']],
  ['asosiasi-lembaga-mitra', 'overseas partners', ['001', '002']],
  ['perusahaan-asing', 'demand for workers, from South Korea among others', ['001', '002']],
  ['investor', 'demand for workers', ['001', '002']],
  ['smk', 'schools whose students do internships', ['001', '002']],
];

/** Spellings that differ between and within the articles. */
const SPELLINGS: readonly ClaimFact[] = [
  ...figure(pathOf('bbpvp-serang'), 'head', [
    {
      slug: 'organization/bbpvp-serang/head/ade',
      value: 'Ade Adriona',
      period: '2025-06-17',
      source: newsSite('jurnalkawasan.com'),
      on: '2025-06-17',
    },
    { slug: 'organization/bbpvp-serang/head/adi', value: 'Adi Nugroho', source: article('002') },
    ...saidBy(articles('001', '004'), {
      slug: 'organization/bbpvp-serang/head/ady',
      value: 'Ady Nugroho',
      period: SIGNING_IN_SERANG,
    }),
  ]),
  ...figure(pathOf('bbpvp-serang'), 'name', [
    ...saidBy(articles('000', '001', '002', '003', '004'), {
      slug: 'organization/bbpvp-serang/name/bbpvp',
      value: 'BBPVP Serang',
    }),
    { slug: 'organization/bbpvp-serang/name/blk', value: 'BLK Serang', source: article('003') },
    {
      slug: 'organization/bbpvp-serang/name/balai-besar',
      value: 'balai besar vokasi',
      source: article('003'),
    },
  ]),
  ...figure(
    pathOf('kemnaker'),
    'name',
    ['Kemnaker', 'Kemenaker', 'Kementerian Ketenagakerjaan RI'].map((value) => ({
      slug: `organization/kemnaker/name/${value}`,
      value,
      source: ONE_OF_THE_ARTICLES,
    })),
  ),
  ...figure(
    'office/mayor',
    'title',
    ['Wali Kota', 'Walikota'].map((value) => ({
      slug: `office/mayor/title/${value}`,
      value,
      source: ONE_OF_THE_ARTICLES,
    })),
  ),
];

export const ORGANIZATION_CLAIMS: readonly ClaimFact[] = [
  ...ROLES.flatMap(([slug, value, sources]) =>
    figure(pathOf(slug), 'role', saidBy(articles(...sources), { slug: `organization/${slug}/role`, value })),
  ),
  ...SPELLINGS,
];
