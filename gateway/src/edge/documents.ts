import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { assertBoundedStructure } from './structure';

/** Documents that are kept, and how long one may be for that: together no more than some megabytes. */
const KEPT = 500;
const LONGEST_KEPT = 10_000;

/** What the edge has to know of a document; null where it cannot be parsed. */
export interface KnownDocument {
  readonly parsed: DocumentNode;
  readonly readsSchema: boolean;
  /** Of the printed document: the same for two that differ in blanks and comments only. */
  readonly hash: string;
}

/** Documents by their text, parsed and found to be bounded. */
export class Documents {
  private readonly known = new Map<string, KnownDocument>();

  /** Throws what a document is refused for; null for one that is none, which the server explains. */
  read(text: string): KnownDocument | null {
    const kept = this.known.get(text);
    this.known.delete(text);
    const document = kept ?? examine(text);
    if (document && text.length <= LONGEST_KEPT) this.keep(text, document);
    return document;
  }

  private keep(text: string, document: KnownDocument): void {
    this.known.set(text, document);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
  }
}

/** The id of a document in requests: SHA-256 of its text. */
export function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function examine(text: string): KnownDocument | null {
  const parsed = parsedOrNull(text);
  if (!parsed) return null;
  assertBoundedStructure(parsed);
  return { parsed, readsSchema: readsSchema(parsed), hash: documentId(print(parsed)) };
}

function parsedOrNull(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return null;
  }
}

function readsSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.FIELD]: {
      enter: ({ name }) => {
        found ||= name.value === '__schema' || name.value === '__type';
      },
    },
  });
  return found;
}
