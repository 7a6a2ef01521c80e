import { schoolNpsn } from '@simpul/schema/contract/ids';
import { type ClaimFact, figure, saidBy } from './facts-claims';
import { article, articles } from './facts-sources';

/** Said of the three together: which word is meant for which of them stays open. */
const FACILITIES: readonly ClaimFact[] = figure('facility/las', 'distinction', [
  {
    slug: 'facility/las/distinction',
    value:
      'underwater welding, pipe welding in position 6GR and AI robotic welding: unique in Indonesia / highest position',
    by: 'Ady Nugroho, Kepala BBPVP Serang',
    byOrganization: 'bbpvp-serang',
    source: article('001'),
  },
]);

const SHORT_COURSES = ['SABLON', 'BARISTA', 'SOFT-SKILLS', 'PUBLIC-SPEAKING'] as const;

const PROGRAMMES: readonly ClaimFact[] = [
  ...SHORT_COURSES.flatMap((code) => [
    ...figure(`programme/${code}`, 'participantCost', [
      {
        slug: `programme/${code}/participantCost`,
        value: 'free, facilities provided',
        source: article('000'),
      },
    ]),
    ...figure(`programme/${code}`, 'classSize', [
      {
        slug: `programme/${code}/classSize`,
        value: '16',
        number: 16,
        unit: 'people',
        source: article('000'),
      },
    ]),
  ]),
  ...figure('programme/PBL', 'kind', [
    ...saidBy(articles('001', '002'), {
      slug: 'programme/PBL/kind',
      value: 'delivery method, flagship of Kemnaker; also listed as a programme',
    }),
  ]),
  ...figure('programme/AGROFORESTRI', 'kind', [
    { slug: 'programme/AGROFORESTRI/kind', value: 'training', source: article('002') },
  ]),
  ...figure('programme/MAGANG-SMK', 'outcome', [
    {
      slug: 'programme/MAGANG-SMK/outcome',
      value: 'structured internship of SMK students that ends in official certification',
      source: article('002'),
    },
  ]),
  ...figure('programme/KEMNAKER-CILEGON', 'content', [
    {
      slug: 'programme/KEMNAKER-CILEGON/content',
      value: 'programmes of the ministry that the youth of Cilegon can use; not specified',
      region: '36.72',
      source: article('003'),
    },
  ]),
  ...figure('programme/MAGANG-APINDO', 'content', [
    {
      slug: 'programme/MAGANG-APINDO/content',
      value: 'apprenticeship and placement with Apindo; not specified',
      region: '36.72',
      source: article('003'),
    },
  ]),
];

const SEKOLAH_RAKYAT = `school/${schoolNpsn('sekolah-rakyat-bbpvp')}`;

const SCHOOL: readonly ClaimFact[] = [
  ...figure(SEKOLAH_RAKYAT, 'studyGroups', [
    {
      slug: 'school/sekolah-rakyat/studyGroups',
      value: '4 study groups: 2 SD and 2 SMP',
      number: 4,
      unit: 'study groups',
      source: article('002'),
    },
  ]),
  ...figure(SEKOLAH_RAKYAT, 'opening', [
    {
      slug: 'school/sekolah-rakyat/opening',
      value: 'mid-September 2025',
      period: '2025-09',
      source: article('002'),
    },
  ]),
  ...figure(SEKOLAH_RAKYAT, 'readiness', [
    {
      slug: 'school/sekolah-rakyat/readiness',
      value: '90 to 95 % ready',
      unit: 'percent',
      source: article('002'),
    },
  ]),
];

export const PROGRAMME_CLAIMS: readonly ClaimFact[] = [...FACILITIES, ...PROGRAMMES, ...SCHOOL];
