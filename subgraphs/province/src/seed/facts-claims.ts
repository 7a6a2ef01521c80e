import type { StoredSource } from '@simpul/kit/database/sources';
import type { AgreementSlug, OrganizationSlug } from '@simpul/schema/contract/ids';

/** What one source says of one property of one matter. Values are paraphrases, dates and numbers; none is a quotation. */
export interface Statement {
  /** Decides the claim's id. */
  readonly slug: string;
  readonly value: string;
  readonly number?: number;
  readonly unit?: string;
  readonly period?: string;
  readonly region?: string;
  readonly agreement?: AgreementSlug;
  readonly source: StoredSource;
  readonly by?: string;
  readonly byOrganization?: OrganizationSlug;
  readonly on?: string;
}

export interface ClaimFact extends Statement {
  readonly subject: string;
  readonly predicate: string;
}

/** The claims of one figure. */
export function figure(
  subject: string,
  predicate: string,
  statements: readonly Statement[],
): readonly ClaimFact[] {
  return statements.map((statement) => ({ ...statement, subject, predicate }));
}

/** The same value said by several sources. */
export function saidBy(
  sources: readonly StoredSource[],
  { slug, ...said }: Omit<Statement, 'source'>,
): Statement[] {
  return sources.map((source) => ({ ...said, slug: `${slug}/${source.name}`, source }));
}
