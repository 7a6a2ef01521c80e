import { type ClaimFact, figure, saidBy } from './facts-claims';
import { article, articles, newsSite } from './facts-sources';

const SERANG = '36.73';
const CILEGON = '36.72';

const FUNDING: readonly ClaimFact[] = [
  ...figure('funding/36.73', 'participantCost', [
    {
      slug: 'funding/36.73/participantCost/free',
      value: 'free: participants of the 64 seats pay nothing and facilities are provided',
      region: SERANG,
      source: article('000'),
    },
    ...saidBy(articles('001', '004'), {
      slug: 'funding/36.73/participantCost/loan',
      value: 'financed by a loan (KUR)',
      region: SERANG,
    }),
  ]),
  ...figure('funding/36.73', 'budget', [
    {
      slug: 'funding/36.73/budget',
      value: 'the city is under budget cuts (efisiensi)',
      region: SERANG,
      source: article('000'),
    },
  ]),
  ...figure('funding/36.72', 'budget', [
    {
      slug: 'funding/36.72/budget',
      value: "the city's own budget (APBD) is minimal, so training paid by the state budget (APBN) is used",
      region: CILEGON,
      source: article('003'),
    },
  ]),
  ...figure('funding/overseas', 'budget', [
    { slug: 'funding/overseas/budget', value: "BBPVP's budget", source: article('004') },
  ]),
  ...figure('funding/overseas', 'stateBudget', [
    {
      slug: 'funding/overseas/stateBudget',
      value: 'APBN, for apprentices and CPMI',
      source: newsSite('bantencorner.com'),
    },
  ]),
  ...figure('funding/overseas', 'loan', [
    ...saidBy([...articles('001', '004'), newsSite('bantencorner.com')], {
      slug: 'funding/overseas/loan',
      value: 'KUR',
    }),
  ]),
  ...figure('funding/overseas/loan', 'lender', [
    { slug: 'funding/overseas/loan/lender', value: 'Himbara banks (KUR PMI)', source: article('004') },
  ]),
  ...figure('funding/overseas/loan', 'repayment', [
    { slug: 'funding/overseas/loan/repayment', value: 'in instalments', source: article('004') },
  ]),
  ...figure('funding/overseas/loan', 'covers', [
    { slug: 'funding/overseas/loan/covers', value: 'training before departure', source: article('004') },
  ]),
];

/** Steps in their order. */
const PROCESSES: readonly ClaimFact[] = [
  ...figure('process/overseas', 'steps', [
    {
      slug: 'process/overseas/steps',
      value: 'SIAPkerja registration → interview → interest mapping (pemetaan minat) → training → departure',
      source: article('004'),
    },
  ]),
  ...figure('process/city-classes', 'steps', [
    {
      slug: 'process/city-classes/steps',
      value: 'seats opened → class of 16 → training → job placement (penyaluran) or self-employment',
      region: SERANG,
      source: article('000'),
    },
  ]),
  ...figure('process/demand-led', 'steps', [
    {
      slug: 'process/demand-led/steps',
      value: 'need of Apindo → Disnaker has no programme → request to BBPVP → training → magang or placement',
      region: CILEGON,
      source: article('003'),
    },
  ]),
  ...figure('process/investor-led', 'steps', [
    {
      slug: 'process/investor-led/steps',
      value: 'investment → need of workers → BBPVP prepares residents',
      region: SERANG,
      source: article('001'),
    },
  ]),
  ...figure('process/smk', 'steps', [
    {
      slug: 'process/smk/steps',
      value: 'school → structured internship → official certification',
      source: article('002'),
    },
  ]),
];

export const FUNDING_CLAIMS: readonly ClaimFact[] = [...FUNDING, ...PROCESSES];
