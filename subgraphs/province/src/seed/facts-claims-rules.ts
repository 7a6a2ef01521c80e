import type { StoredSource } from '@simpul/kit/database/sources';
import { type ClaimFact, type Statement, figure } from './facts-claims';
import { agencySite, article, newsSite } from './facts-sources';

const SERANG = '36.73';
const CILEGON = '36.72';
const RULE = 'rule/36.73/local-hire';
const CITY_DOCUMENTS = agencySite('ppid.serangkota.go.id');
const MAYOR: Pick<Statement, 'by' | 'byOrganization'> = {
  by: 'Budi Rustandi, Wali Kota Serang',
  byOrganization: 'pemkot-serang',
};

const STATUS_AND_SHARE: readonly ClaimFact[] = [
  ...figure(RULE, 'status', [
    {
      slug: `${RULE}/status/in-force`,
      value: 'already mandatory',
      region: SERANG,
      source: article('001'),
      ...MAYOR,
    },
    {
      slug: `${RULE}/status/draft`,
      value: 'still being prepared',
      region: SERANG,
      source: article('004'),
      ...MAYOR,
    },
    {
      slug: `${RULE}/status/ppid`,
      value: 'draft, lodged on 16 October 2025',
      region: SERANG,
      source: CITY_DOCUMENTS,
    },
  ]),
  ...figure(RULE, 'threshold', [
    threshold(`${RULE}/threshold`, article('001')),
    threshold(`${RULE}/threshold/004`, article('004')),
  ]),
];

const TEXT_OF_THE_DRAFT: readonly ClaimFact[] = [
  ...figure(RULE, 'denominator', [
    {
      slug: `${RULE}/denominator/workforce-needed`,
      value: 'workforce needed (art. 16(2))',
      region: SERANG,
      source: CITY_DOCUMENTS,
    },
    {
      slug: `${RULE}/denominator/total-employees`,
      value: "total employees (the same page's summary)",
      region: SERANG,
      source: CITY_DOCUMENTS,
    },
  ]),
  ...figure(RULE, 'exemptions', [
    {
      slug: `${RULE}/exemptions`,
      value: 'qualifications that are not available locally (art. 16(3))',
      region: SERANG,
      source: CITY_DOCUMENTS,
    },
  ]),
  ...figure(RULE, 'reporting', [
    {
      slug: `${RULE}/reporting`,
      value: 'companies report the composition of their workforce periodically',
      region: SERANG,
      source: newsSite('radarbanten.co.id'),
    },
  ]),
  ...figure(RULE, 'licences', [
    {
      slug: `${RULE}/licences`,
      value: 'DPMPTSP forwards each licence to Disnakertrans',
      region: SERANG,
      source: newsSite('radarbanten.co.id'),
    },
  ]),
];

const CILEGON_RULE: readonly ClaimFact[] = [
  ...figure('rule/36.72/local-hire', 'content', [
    {
      slug: 'rule/36.72/local-hire/content',
      value: 'Perda on local workers with compulsory apprenticeships; its number was not found',
      region: CILEGON,
      source: newsSite('bantennews.co.id'),
    },
  ]),
  ...figure('rule/36.72/vacancy-reporting', 'employersReporting', [
    {
      slug: 'rule/36.72/vacancy-reporting/employersReporting',
      value: '40 employers report, of 156 large, 325 medium and 370 small ones',
      number: 40,
      unit: 'employers',
      period: '2025',
      region: CILEGON,
      source: newsSite('tvrijakartanews'),
    },
  ]),
];

function threshold(slug: string, source: StoredSource): Statement {
  return {
    slug,
    value: 'at least 80 % residents of Kota Serang in companies',
    number: 80,
    unit: 'percent',
    region: SERANG,
    source,
  };
}

export const RULE_CLAIMS: readonly ClaimFact[] = [...STATUS_AND_SHARE, ...TEXT_OF_THE_DRAFT, ...CILEGON_RULE];
