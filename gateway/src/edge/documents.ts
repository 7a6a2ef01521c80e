import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { assertBoundedStructure } from './structure';

/** Characters of all documents that are kept together: parsed, each takes about fifty bytes. */
const KEPT = 500_000;
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
  private characters = 0;

  /** Throws what a document is refused for; null for one that is none, which the server explains. */
  read(text: string): KnownDocument | null {
    return this.known.get(text) ?? examine(text);
  }

  /** Keeps a document that may run; those that are refused would push out what others use. */
  keep(text: string, document: KnownDocument): void {
    if (text.length > LONGEST_KEPT) return;
    if (this.known.delete(text)) this.characters -= text.length;
    this.known.set(text, document);
    this.characters += text.length;
    for (const oldest of this.known.keys()) {
      if (this.characters <= KEPT) return;
      this.known.delete(oldest);
      this.characters -= oldest.length;
    }
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
