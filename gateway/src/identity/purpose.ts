import type { Arrival } from '@simpul/kit/http/graphql-route';
import { HttpFault } from '@simpul/kit/http/http-fault';
import { PURPOSES, type Purpose } from '@simpul/schema/contract/identity';

/** What the caller says that personal data is for; null where it says nothing. */
export function purposeOf({ headers }: Pick<Arrival, 'headers'>): Purpose | null {
  const given = headers['x-purpose'];
  if (given === undefined) return null;
  const purpose = PURPOSES.find((name) => name === given);
  if (purpose === undefined) {
    throw new HttpFault('BAD_REQUEST', `x-purpose must be one of ${PURPOSES.join(', ')}.`);
  }
  return purpose;
}
