import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TODAY, type TestAgency } from './agency';
import { askerOf } from './askers';
import type { Asking, House } from './house';

const FOLDER = path.join(__dirname, '../journeys/questions');

/** Rows of an answer or of a recount, whatever their fields. */
export type Row = Record<string, unknown>;

/** The operation of a question, e.g. `agencies-01`. */
export function question(name: string): string {
  return readFileSync(path.join(FOLDER, `${name}.graphql`), 'utf8');
}

/** What may be unusual about the asking of a prepared question. */
export interface AskedDifferently {
  /** Somebody else than whose question it is. */
  readonly as?: Asking;
  /** All coordinates that are refused to who asks; without any, nothing is. */
  readonly closed?: readonly string[];
}

/** Asks a prepared question as whose it is, through the gateway; an answer with any other error is a failure. */
export async function answer(
  house: House,
  name: string,
  variables: object = {},
  { as = askerOf(name), closed = [] }: AskedDifferently = {},
): Promise<Answered> {
  const { data, errors = [] } = await house.ask(question(name), variables, as);
  const refused = errors.map(({ extensions: { code, coordinate } }) => `${code} ${String(coordinate)}`);
  const expected = closed.map((coordinate) => `FORBIDDEN_FIELD ${coordinate}`);
  if (refused.sort().join() !== expected.sort().join())
    throw new Error(`${name} answered with other errors than expected: ${JSON.stringify(errors)}`);
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
  differently: AskedDifferently = {},
): Promise<Row[]> {
  const nodes: Row[] = [];
  let after: unknown = null;
  do {
    const page = (await answer(house, name, { ...variables, after }, differently)).at(field);
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

/** The values of rows as one text, by which a row is found again; a path such as `region.code` leads into a row. */
function keyOf(row: Row, paths: readonly string[]): string {
  return JSON.stringify(
    paths.map((path) =>
      path.split('.').reduce<unknown>((part, key) => (part as Row | null)?.[key] ?? null, row),
    ),
  );
}

/**
 * What was told beside its recount. The key says which column of the recount stands where in what was told; fails where
 * one of them has a row that the other lacks, and where nothing was counted at all.
 */
export function paired<T extends object>(
  told: readonly Row[],
  recounted: readonly T[],
  key: Partial<Record<keyof T & string, string>>,
): [told: Row, recounted: T][] {
  const counted = new Map(recounted.map((row) => [keyOf(row as Row, Object.keys(key)), row]));
  const keys = told.map((row) => keyOf(row, Object.values(key) as string[]));
  const strangers = keys.filter((one) => !counted.has(one));
  const forgotten = [...counted.keys()].filter((one) => !keys.includes(one));
  if (counted.size === 0 || counted.size < recounted.length || keys.length !== counted.size)
    throw new Error(`${told.length} were told, ${recounted.length} counted of ${counted.size} kinds.`);
  if (strangers.length + forgotten.length > 0)
    throw new Error(`Told and not counted: ${strangers.join()}; counted and not told: ${forgotten.join()}.`);
  return told.map((row, index) => [row, counted.get(keys[index] ?? '') as T]);
}

/** Names by id, or by another column that tells rows apart. */
export async function namesIn(agency: TestAgency, table: string, key = 'id'): Promise<Map<unknown, string>> {
  const rows = await agency.sql<{ key: string; name: string }>(`SELECT ${key} AS key, name FROM ${table}`);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** A count as it is beside what was published of it. What shares a line adds up to a total that can be asked for. */
export interface PublishedCount {
  readonly lines: readonly string[];
  readonly real: number;
  readonly count: unknown;
  /** Hidden however large it is, because what it is a part of is hidden. */
  readonly withheld?: boolean;
}

/**
 * Counts that are wrong; small and told; hidden without being small or needed as the companion of hidden ones of their
 * line; or hidden and yet told by the rest of their line.
 */
export function wronglyPublished(counts: readonly PublishedCount[]): PublishedCount[] {
  const isHidden = ({ count }: PublishedCount): boolean => count === null;
  const mustHide = ({ withheld, real }: PublishedCount): boolean => withheld === true || shown(real) === null;
  const linesOf = (one: PublishedCount): PublishedCount[][] =>
    one.lines.map((line) => counts.filter(({ lines }) => lines.includes(line)));
  const isTold = (line: PublishedCount[]): boolean =>
    isToldByTheRest(line.filter(isHidden)) && line.some((other) => !isHidden(other) && other.real > 0);
  const isCompanion = (one: PublishedCount): boolean =>
    linesOf(one).some((line, _, { length }) => {
      const others = line.filter((other) => other !== one && isHidden(other));
      return length > 1 ? others.length > 0 : isToldByTheRest(others);
    });
  return counts.filter((one) =>
    isHidden(one)
      ? (!mustHide(one) && !isCompanion(one)) || linesOf(one).some(isTold)
      : mustHide(one) || one.count !== one.real,
  );
}

/** Whether subtraction gives hidden counts away: a single one, few people together, or all the least or the most. */
function isToldByTheRest(hidden: readonly PublishedCount[]): boolean {
  const sum = hidden.reduce((total, { real }) => total + real, 0);
  const areExtremes = [1, 4].some((extreme) => sum === hidden.length * extreme);
  const areSmall = hidden.every(({ real }) => shown(real) === null || real === 0);
  return hidden.length > 0 && (hidden.length === 1 || sum < 5 || (areSmall && areExtremes));
}

/** An enrolment that holds or held a seat, with its class; a class without any has one row without a stage. */
export interface Seat extends Row {
  readonly class_id: string;
  readonly class_name: string;
  readonly class_seats: number;
  readonly class_status: string;
  readonly programme: string;
  readonly stage: string | null;
  readonly district: string | null;
  readonly certified: boolean;
}

/** The condition that a class debits the allocation of the first parameter, directly or through a part of it. */
export const OF_ALLOCATION = `class.allocation_id IN (
  WITH RECURSIVE below AS (SELECT $1::uuid AS id UNION ALL SELECT part.id FROM quota_allocation part JOIN below ON parent_id = below.id)
  SELECT id FROM below)`;

/** Seats of the classes that meet a condition, cancelled ones apart, from the enrolments themselves. */
export function seatsOf(house: House, condition: string, parameters: unknown[]): Promise<Seat[]> {
  return house.agencies['training-center'].sql(
    `SELECT class.id AS class_id, class.name AS class_name, class.seats AS class_seats, class.status AS class_status,
       code AS programme, stage, district_code AS district,
       EXISTS (SELECT 1 FROM certificate WHERE enrolment_id = enrolment.id AND revoked_on IS NULL) AS certified
     FROM training_class class JOIN programme ON programme.id = class.programme_id
     LEFT JOIN enrolment ON class_id = class.id AND stage IN ('RESERVED', 'ENROLLED', 'COMPLETED', 'DROPPED')
     WHERE class.status <> 'CANCELLED' AND ${condition}`,
    parameters,
  );
}

/** What became of seats; `enrolled` counts everybody who ever sat on one. */
export function countSeats(
  seats: readonly Seat[],
): Record<
  'classes' | 'seats' | 'reserved' | 'filled' | 'enrolled' | 'completed' | 'dropped' | 'certified',
  number
> {
  const classes = new Map(seats.map(({ class_id, class_seats }) => [class_id, class_seats]));
  const at = (...stages: string[]): number =>
    seats.filter(({ stage }) => stage !== null && stages.includes(stage)).length;
  return {
    classes: classes.size,
    seats: [...classes.values()].reduce((total, one) => total + one, 0),
    reserved: at('RESERVED'),
    filled: at('ENROLLED', 'COMPLETED'),
    enrolled: at('ENROLLED', 'COMPLETED', 'DROPPED'),
    completed: at('COMPLETED'),
    dropped: at('DROPPED'),
    certified: seats.filter(({ certified }) => certified).length,
  };
}

/** Counts of placements that a summary tells of. */
const PLACED = ['placed', 'active', 'keptAt3Months', 'keptAt6Months', 'keptAt12Months'] as const;

/** Placements that meet a condition, counted by scheme, channel and further columns. */
export function countPlacements(
  house: House,
  condition: string,
  parameters: unknown[],
  by: readonly string[] = [],
): Promise<(Row & Record<(typeof PLACED)[number], number>)[]> {
  const kept = (months: number): string =>
    `count(*) FILTER (WHERE EXISTS (SELECT 1 FROM retention_check done WHERE done.placement_id = placement.id
       AND months = ${String(months)} AND employed))::int AS "keptAt${String(months)}Months"`;
  const columns = ['scheme', 'channel', ...by].join(', ');
  return house.agencies.employers.sql(
    `SELECT ${columns}, count(*)::int AS placed, ${[3, 6, 12].map(kept).join(', ')},
       count(*) FILTER (WHERE starts_on <= '${TODAY}' AND coalesce(ends_on, '${TODAY}') >= '${TODAY}')::int AS active
     FROM placement WHERE ${condition} GROUP BY ${columns}`,
    parameters,
  );
}

/** What a summary by scheme and channel tells wrongly beside the recount of its placements. */
export function wrongPlacements(
  told: readonly Row[],
  recounted: readonly (Row & Record<(typeof PLACED)[number], number>)[],
): unknown[] {
  if (told.length === 0 && recounted.length === 0) return [];
  const pairs = paired(told, recounted, { scheme: 'scheme', channel: 'channel' });
  const counts = PLACED.filter((column) => told.every((cell) => column in cell)).flatMap((column) =>
    wronglyPublished(
      pairs.map(([cell, real]) => ({
        lines: ['', `scheme ${String(cell['scheme'])}`, `channel ${String(cell['channel'])}`],
        real: real[column],
        count: cell[column],
        withheld: column !== 'placed' && cell['suppressed'] === true,
      })),
    ),
  );
  const marks =
    'placed' in (told[0] ?? {})
      ? told.filter((cell) => cell['suppressed'] !== (cell['placed'] === null))
      : [];
  return [...counts, ...marks];
}
