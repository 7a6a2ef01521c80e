/** A party's word for a move. */
export interface Confirmation {
  readonly organizationId: string;
  /** The account that gave it. */
  readonly account: string;
}

/** What another word does to a move that all parties must confirm. */
export type Standing =
  | { readonly kind: 'AGREED' }
  | { readonly kind: 'AWAITING'; readonly missing: readonly string[] }
  | { readonly kind: 'SAME_ACCOUNT' };

/** Four eyes: every party must say the word, and no account may say it for two of them. */
export function afterWord(
  parties: readonly string[],
  given: readonly Confirmation[],
  word: Confirmation,
): Standing {
  const elsewhere = given.some(
    ({ account, organizationId }) => account === word.account && organizationId !== word.organizationId,
  );
  if (elsewhere) return { kind: 'SAME_ACCOUNT' };
  const said = new Set([...given, word].map(({ organizationId }) => organizationId));
  const missing = parties.filter((party) => !said.has(party));
  return missing.length === 0 ? { kind: 'AGREED' } : { kind: 'AWAITING', missing };
}
