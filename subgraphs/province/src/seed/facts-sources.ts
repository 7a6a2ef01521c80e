import type { StoredSource } from '@simpul/kit/database/sources';

/** The five news articles from which nearly all recorded facts come, by the numbers of their files. */
const ARTICLES = {
  '000': '000_9a36f1de8e6f6abd.txt',
  '001': '001_21146200500bea98.txt',
  '002': '002_3a2bccfebded0e72.txt',
  '003': '003_d8a21affd3069a2e.txt',
  '004': '004_388bf4e4bb9d5bf0.txt',
} as const;
export type Article = keyof typeof ARTICLES;

/** An article as a source; titles, addresses and days of publication are not known. */
export function article(number: Article): StoredSource {
  return source(ARTICLES[number], 'PRESS');
}

/** Several articles as sources. */
export function articles(...numbers: readonly Article[]): StoredSource[] {
  return numbers.map(article);
}

/** A news site on which a fact was checked. */
export function newsSite(host: string): StoredSource {
  return source(host, 'PRESS');
}

/** The site where an agency publishes its own documents. */
export function agencySite(host: string): StoredSource {
  return source(host, 'RECORD');
}

/** For spellings that vary between the articles where it was not noted which article has which. */
export const ONE_OF_THE_ARTICLES: StoredSource = {
  ...source('one-of-the-five-articles', 'PRESS'),
  title: 'One of the five articles; it is not recorded which one',
};

/** For what the registry concludes and no source says. */
export const INFERENCE: StoredSource = {
  ...source('inference-of-the-registry', 'RECORD'),
  title: 'Conclusion from comparing the articles; unconfirmed, and said by none of them',
};

function source(name: string, kind: StoredSource['kind']): StoredSource {
  return { name, kind, title: null, url: null, publishedOn: null };
}
