import type { StoredSource } from '@simpul/kit/database/sources';
import type { IndicatorKind } from '../indicator/indicator.type';
import { newsSite } from './facts-sources';

export interface IndicatorFact {
  readonly kind: IndicatorKind;
  readonly region: string;
  readonly period: string;
  readonly endsOn: string | null;
  readonly value: number;
  readonly unit: string;
  readonly source: StoredSource;
}

/** How all of them were measured. */
export const SAKERNAS = 'BPS, Sakernas August';

const AUGUST_2025 = { period: '2025-08', endsOn: '2025-08-31' } as const;
/** An interval with an open start: the source says no more than that it was before August 2025. */
const EARLIER = { period: '../2025-07', endsOn: null } as const;

const PERCENT = { kind: 'TPT', unit: 'percent' } as const;
const BANPOS = newsSite('banpos.co');
const BANTENINSIDE = newsSite('banteninside');

export const INDICATOR_FACTS: readonly IndicatorFact[] = [
  { ...PERCENT, ...AUGUST_2025, region: '36', value: 6.69, source: BANPOS },
  { ...PERCENT, ...AUGUST_2025, region: '36.72', value: 7.41, source: BANPOS },
  { ...PERCENT, ...AUGUST_2025, region: '36.73', value: 6.95, source: BANPOS },
  { ...PERCENT, region: '36.72', period: '2024-08', endsOn: '2024-08-31', value: 6.08, source: BANPOS },
  { ...PERCENT, ...EARLIER, region: '36.73', value: 7.12, source: BANTENINSIDE },
  {
    ...EARLIER,
    kind: 'UNEMPLOYED',
    region: '36.73',
    value: 26_686,
    unit: 'people',
    source: BANTENINSIDE,
  },
  {
    ...EARLIER,
    kind: 'LABOUR_FORCE',
    region: '36.73',
    value: 374_767,
    unit: 'people',
    source: BANTENINSIDE,
  },
];
