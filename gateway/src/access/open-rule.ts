import type { Restricted } from '../supergraph/restricted';
import type { Refusal, Rule } from './rule';

const RESTRICTED: Refusal = {
  code: 'UNAUTHENTICATED',
  reason: 'needs an identity, and no valid one came with the request.',
};

/** For supergraphs of others: nobody is identified, so nobody gets what they restrict, and everybody the rest. */
export function openRule({ types, fields }: Restricted): Rule {
  return {
    keyOf: () => '',
    decide: (coordinate) => (types.has(coordinate) || fields.has(coordinate) ? RESTRICTED : null),
  };
}
