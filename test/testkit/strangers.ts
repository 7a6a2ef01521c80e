import type { Asker } from './askers';
import type { AgencyName, House } from './house';
import { reachedBy } from './reached';

/** Everybody, each about himself or herself. */
export const PEOPLE = 'SELECT id, id AS person FROM person';

/** A question about an id, and who asks it. */
interface Asked {
  readonly query: string;
  readonly id: string;
  readonly as: Asker;
  /** Whether the answer is to explain itself. */
  readonly explains?: boolean;
}

/** An answer to the byte, with its status; only the id that was asked for and what the caller may still spend are left out. */
export async function bytesOf(
  house: House,
  { query, id, as, explains = false }: Asked,
  others: object = {},
): Promise<string> {
  const response = await fetch(`${house.origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await house.issuer.tokenFor(as.login)}`,
      'x-purpose': as.purpose,
      ...(explains ? { 'x-explain': 'access' } : {}),
    },
    body: JSON.stringify({ query, variables: { id, ...others } }),
  });
  const text = `${String(response.status)} ${await response.text()}`;
  return text.replaceAll(id, 'ID').replace(/"remaining":[\d.]+/, '"remaining":0');
}

/** Ids of a few rows of an agency, as SQL tells them, that are about people whom the caller does not reach there. */
export async function strangersAt(
  house: House,
  agency: AgencyName,
  { rows, as }: { readonly rows: string; readonly as: Asker },
): Promise<string[]> {
  const reached = await reachedBy(house, agency, as);
  const stored = await house.agencies[agency].sql<{ id: string; person: string }>(`${rows} ORDER BY 1`);
  return stored
    .filter(({ person }) => !reached.has(person))
    .map(({ id }) => id)
    .slice(0, 5);
}
