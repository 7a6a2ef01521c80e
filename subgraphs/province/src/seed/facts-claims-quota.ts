import { type ClaimFact, figure, saidBy } from './facts-claims';
import { article, articles, newsSite } from './facts-sources';

const SERANG = '36.73';

/** The contested 500, and what is said around it. */
const QUOTA: readonly ClaimFact[] = [
  ...figure('quota/36.73', 'seats', [
    {
      slug: 'quota/36.73/seats/all-training-2026',
      value: '500 people to be trained in 2026, at most 50 of them overseas (more if demanded)',
      number: 500,
      unit: 'people',
      period: '2026',
      region: SERANG,
      source: article('001'),
    },
    {
      slug: 'quota/36.73/seats/overseas-training',
      value: '500 of the 3,000 overseas-training places',
      number: 500,
      unit: 'seats',
      region: SERANG,
      source: article('004'),
    },
    {
      slug: 'quota/36.73/seats/departures',
      value: '500 people sent abroad (headline)',
      number: 500,
      unit: 'people',
      region: SERANG,
      source: article('004'),
    },
    {
      slug: 'quota/36.73/seats/antaranews',
      value: '500 of the 3,000 overseas-training places',
      number: 500,
      unit: 'seats',
      region: SERANG,
      source: newsSite('banten.antaranews.com'),
    },
  ]),
  ...figure('quota/36.73', 'reason', [
    {
      slug: 'quota/36.73/reason',
      value: 'priority as a fostered area (daerah binaan)',
      period: '2026',
      region: SERANG,
      source: article('001'),
    },
  ]),
  ...figure('quota/36.73', 'overseasShare', [
    {
      slug: 'quota/36.73/overseas-share',
      value: 'at most 50 people',
      number: 50,
      unit: 'people',
      period: '2026',
      region: SERANG,
      source: article('001'),
    },
  ]),
  ...figure('quota/36.73', 'overseasCondition', [
    {
      slug: 'quota/36.73/condition/more-if-demanded',
      value: 'more than 50 if there is demand',
      region: SERANG,
      source: article('001'),
    },
  ]),
  ...figure('quota/36.73', 'condition', [
    {
      slug: 'quota/36.73/condition/no-budget-cut',
      value: 'residents of Kota Serang come first if there is no budget cut (efisiensi)',
      region: SERANG,
      source: article('004'),
    },
  ]),
  ...figure('quota/36.73/city-classes', 'seats', [
    {
      slug: 'quota/36.73/city-classes',
      value: '64 seats, 16 in a class',
      number: 64,
      unit: 'seats',
      region: SERANG,
      source: article('000'),
    },
  ]),
  ...figure('quota/36.73/city-classes', 'programmes', [
    {
      slug: 'quota/36.73/city-classes/programmes',
      value: 'sablon, barista, soft skills, public speaking; introduced as examples',
      number: 4,
      unit: 'programmes',
      region: SERANG,
      source: article('000'),
    },
  ]),
  ...figure('quota/pool', 'seats', [
    {
      slug: 'quota/pool/seats',
      value: '3,000 CPMI',
      number: 3000,
      unit: 'people',
      source: article('004'),
    },
    {
      slug: 'quota/pool/seats/antaranews',
      value: '3,000 CPMI',
      number: 3000,
      unit: 'people',
      source: newsSite('banten.antaranews.com'),
    },
  ]),
  ...figure('quota/pool', 'provinces', [
    {
      slug: 'quota/pool/provinces',
      value: 'Banten, Sumatera Selatan, Lampung, Kalimantan Barat',
      number: 4,
      unit: 'provinces',
      source: article('004'),
    },
  ]),
];

/** Where people go, and under which scheme. */
const DESTINATIONS: readonly ClaimFact[] = [
  ...figure('quota/36.73', 'destination', [
    {
      slug: 'quota/36.73/destination/001',
      value: 'Japan, Korea, Germany',
      region: SERANG,
      source: article('001'),
    },
    { slug: 'quota/36.73/destination/002', value: 'Japan, South Korea', source: article('002') },
    {
      slug: 'quota/36.73/destination/004',
      value: 'overseas, no country named',
      region: SERANG,
      source: article('004'),
    },
  ]),
  ...figure('quota/36.73', 'scheme', [
    {
      slug: 'quota/36.73/scheme/001',
      value: 'magang and work training, through associations and partners',
      region: SERANG,
      source: article('001'),
    },
    {
      slug: 'quota/36.73/scheme/002',
      value: 'magang to Japan; PMI placement with foreign companies, South Korean ones among them',
      source: article('002'),
    },
    { slug: 'quota/36.73/scheme/004', value: 'CPMI', region: SERANG, source: article('004') },
  ]),
  ...figure('programme/MAGANG-JP', 'destination', [
    ...saidBy(articles('001', '002'), { slug: 'programme/MAGANG-JP/destination', value: 'Japan' }),
  ]),
  ...figure('programme/MAGANG-KR', 'destination', [
    { slug: 'programme/MAGANG-KR/destination', value: 'Korea', source: article('001') },
  ]),
  ...figure('programme/MAGANG-DE', 'destination', [
    { slug: 'programme/MAGANG-DE/destination', value: 'Germany', source: article('001') },
  ]),
  ...figure('programme/PMI-LN', 'destination', [
    { slug: 'programme/PMI-LN/destination', value: 'South Korea among others', source: article('002') },
  ]),
  ...figure('programme/MAGANG-JP', 'participants', [
    {
      slug: 'programme/MAGANG-JP/participants',
      value: 'from 10 to 50',
      number: 50,
      unit: 'people',
      period: '2025-04',
      source: newsSite('bisnisbanten.com'),
    },
  ]),
  ...figure('programme/MAGANG-JP', 'target', [
    {
      slug: 'programme/MAGANG-JP/target',
      value: '100',
      number: 100,
      unit: 'people',
      period: '2026-02',
      source: newsSite('bantentodayinfo'),
    },
  ]),
  ...figure('placement/36.73', 'destination', [
    {
      slug: 'placement/36.73/destination',
      value: 'Kota Serang, Jabodetabek, outside Java, overseas',
      region: SERANG,
      source: article('004'),
    },
  ]),
];

export const QUOTA_CLAIMS: readonly ClaimFact[] = [...QUOTA, ...DESTINATIONS];
