import { EXPLAIN_ACCESS, EXPLAIN_HEADER } from '@simpul/schema/contract/access-explanation';
import type { Approach } from '../http/graphql-route';
import { HttpFault } from '../http/http-fault';

/** Whether the answer to a request is to say why the caller sees what it sees. */
export function asksExplanation({ headers }: Pick<Approach, 'headers'>): boolean {
  const given = headers[EXPLAIN_HEADER];
  if (given === undefined) return false;
  if (given !== EXPLAIN_ACCESS)
    throw new HttpFault('BAD_REQUEST', `${EXPLAIN_HEADER} must be ${EXPLAIN_ACCESS}, or left out.`);
  return true;
}
