import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { CannotStart } from '@simpul/kit/postgres/cannot-start';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { Reply } from '../testkit/agency';

const FOLDER = path.join(HOUSE_ROOT, 'test', 'journeys', 'questions');
const EXTENSION = '.graphql';

/** A question as it is sent. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
  readonly purpose: Purpose;
  /** Access token of whose question it is. */
  readonly token: string;
}

/** What came back: how many rows its lists hold, and how long its text is. */
export interface Answer {
  readonly rows: number;
  readonly bytes: number;
}

/** A question has no whole answer, so that there is nothing to measure. */
export class Unanswered extends Error {}

/** The names of the questions to measure, in order. */
export function questionNames(only: readonly string[]): readonly string[] {
  const all = readdirSync(FOLDER)
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => path.basename(file, EXTENSION))
    .sort();
  const unknown = only.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new CannotStart(`No such question: ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  return only.length > 0 ? all.filter((name) => only.includes(name)) : all;
}

/** Reads the operation of a question. */
export function readOperation(name: string): string {
  return readFileSync(path.join(FOLDER, name + EXTENSION), 'utf8');
}

/** Sends a question and waits for the whole text of its answer. */
export async function send(origin: string, { query, variables, purpose, token }: Question): Promise<string> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': purpose,
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

/** Reads an answer; one with an error, or with nothing in it, is a failure and no measurement. */
export function readAnswer({ variables }: Question, text: string): Answer {
  const { data, errors } = JSON.parse(text) as Reply;
  const faults = (errors ?? []).map(
    ({ extensions, path: steps, message }) =>
      `${extensions.code} at ${steps?.join('.') ?? 'the whole'}: ${message}`,
  );
  for (const [field, value] of Object.entries(data ?? {}))
    if (value === null) faults.push(`${field} is null`);
  if (data == null || faults.length > 0)
    throw new Unanswered([`asked with ${JSON.stringify(variables)}`, ...faults].join('\n  '));
  return { rows: rowsIn(data), bytes: Buffer.byteLength(text) };
}

function rowsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const within = Object.values(value).reduce<number>((sum, part) => sum + rowsIn(part), 0);
  return Array.isArray(value) ? within + value.filter((item) => typeof item === 'object').length : within;
}
