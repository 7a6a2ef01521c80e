import type { NewRow } from '@simpul/kit/database/rows';
import type { StoredSource } from '@simpul/kit/database/sources';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { RECORDED_ON } from '@simpul/schema/contract/recorded-on';

/** The five news articles that the recorded facts come from, and a news site that adds to them, by what each is about. */
const ARTICLES = {
  CITY_CLASSES: '000_9a36f1de8e6f6abd.txt',
  SIGNING: '001_21146200500bea98.txt',
  PROVINCE: '002_3a2bccfebded0e72.txt',
  CILEGON: '003_d8a21affd3069a2e.txt',
  OVERSEAS_QUOTA: '004_388bf4e4bb9d5bf0.txt',
  STATE_BUDGET: 'bantencorner.com',
} as const;
export type Article = keyof typeof ARTICLES;

/** Name of an article's file, as claims and readings cite it. */
export function fileOf(article: Article): string {
  return ARTICLES[article];
}

/** The sources of a row: titles, addresses and days of publication are not known. */
export function told(...articles: readonly Article[]): StoredSource[] {
  return articles.map((article) => ({
    name: ARTICLES[article],
    kind: 'PRESS',
    title: null,
    url: null,
    publishedOn: null,
  }));
}

/** The event of a recorded fact: it was recorded; when it came about is for its claims to say. */
export function recordedEvent(aggregateType: string, id: string, payload: NewRow): NewRow {
  return loadedEvent({
    aggregateType,
    aggregateId: id,
    type: `${aggregateType}Recorded`,
    occurredOn: RECORDED_ON,
    payload,
    demo: false,
  });
}
