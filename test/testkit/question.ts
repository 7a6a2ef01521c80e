import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { House } from './house';

const FOLDER = path.join(__dirname, '../journeys/questions');

/** Rows of an answer or of a recount, whatever their fields. */
export type Row = Record<string, unknown>;

/** The operation of a question, e.g. `agencies-01`. */
export function question(name: string): string {
  return readFileSync(path.join(FOLDER, `${name}.graphql`), 'utf8');
}

/** Asks a prepared question through the gateway; an answer with any error is a failure. */
export async function answer(house: House, name: string, variables: object = {}): Promise<Answered> {
  const { data, errors } = await house.ask(question(name), variables);
  if (errors) throw new Error(`${name} answered with errors: ${JSON.stringify(errors)}`);
  return new Answered(data);
}

/** A part of an answer; steps into it fail loudly where the answer is not what the path says. */
export class Answered {
  constructor(readonly value: unknown) {}

  at(...keys: (string | number)[]): Answered {
    const value = keys.reduce<unknown>((part, key) => {
      if (part === null || typeof part !== 'object' || !(key in part)) {
        throw new Error(`There is nothing at ${keys.join('.')} of ${JSON.stringify(this.value)}.`);
      }
      return (part as Row)[key];
    }, this.value);
    return new Answered(value);
  }

  list(...keys: (string | number)[]): Row[] {
    const { value } = this.at(...keys);
    if (!Array.isArray(value)) throw new Error(`There is no list at ${keys.join('.')}.`);
    return value as Row[];
  }
}

/** All nodes of a connection of a question that pages with `$after`. */
export async function allNodes(
  house: House,
  name: string,
  field: string,
  variables: object = {},
): Promise<Row[]> {
  const nodes: Row[] = [];
  let after: unknown = null;
  do {
    const page = (await answer(house, name, { ...variables, after })).at(field);
    nodes.push(...page.list('nodes'));
    after = page.at('pageInfo', 'hasNextPage').value === true ? page.at('pageInfo', 'endCursor').value : null;
  } while (after !== null);
  return nodes;
}

/** Rows by one of their columns. */
export function byKey<T extends Row>(rows: readonly T[], key: keyof T & string): Map<string, T> {
  return new Map(rows.map((row) => [String(row[key]), row]));
}

/** Rows in groups by one of their columns. */
export function grouped<T extends Row>(rows: readonly T[], key: keyof T & string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(String(row[key]), [...(groups.get(String(row[key])) ?? []), row]);
  return groups;
}

/** What the house's rules publish of a count of people: null from 1 to 4. */
export function shown(count: number): number | null {
  return count >= 1 && count <= 4 ? null : count;
}

/** A count as it is beside what was published of it; what shares a line adds up to a total that can be asked for. */
export interface PublishedCount {
  readonly line: string;
  readonly real: number;
  readonly count: unknown;
}

/** Counts that are wrong, small and told, or hidden without being small or the companion of a small one of their line. */
export function wronglyPublished(counts: readonly PublishedCount[]): PublishedCount[] {
  const isSmall = ({ real }: PublishedCount): boolean => shown(real) === null;
  const withSmall = new Set(
    counts.filter((one) => one.count === null && isSmall(one)).map(({ line }) => line),
  );
  return counts.filter((one) =>
    one.count === null ? !isSmall(one) && !withSmall.has(one.line) : isSmall(one) || one.count !== one.real,
  );
}
