import { HttpFault } from './http-fault';

/** Longest document, in characters: one name or comment may be as long as it likes otherwise. */
export const LENGTH_LIMIT = 100_000;
/** Most tokens of a document. */
export const TOKEN_LIMIT = 15_000;
/** Deepest nesting of brackets, in a document as in JSON: what parses, validates or copies them calls itself for each level. */
export const NESTING_LIMIT = 200;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const HASH = 0x23;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COLON = 0x3a;
const DOT = 0x2e;
const MINUS = 0x2d;
const PLUS = 0x2b;
const OPENING = new Set(['(', '[', '{'].map((bracket) => bracket.charCodeAt(0)));
const CLOSING = new Set([')', ']', '}'].map((bracket) => bracket.charCodeAt(0)));
const IGNORED = new Set([0x09, NEWLINE, CARRIAGE_RETURN, 0x20, 0x2c, 0xfeff]);

/** The code of every limit on operations; the message names the limit, its value and the remedy. */
export function tooComplex(limit: string, most: number, remedy: string): HttpFault {
  return new HttpFault(
    'OPERATION_TOO_COMPLEX',
    `The operation is over the limit of ${limit}, ${most.toString()}. ${remedy}`,
  );
}

/**
 * Refuses a document with too many tokens or too deep a nesting in one pass without recursion, before any parser sees
 * it. What is not GraphQL at all passes: the parser refuses it soon enough.
 */
export function assertBoundedDocument(text: string): void {
  if (text.length > LENGTH_LIMIT)
    throw tooComplex('characters of a document', LENGTH_LIMIT, 'Send values as variables.');
  const nesting = new Nesting('of the document');
  let tokens = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (IGNORED.has(code)) {
      at += 1;
      continue;
    }
    if (code === HASH) {
      at = endOfLine(text, at);
      continue;
    }
    tokens += 1;
    if (tokens > TOKEN_LIMIT)
      throw tooComplex('tokens of a document', TOKEN_LIMIT, 'Split it into several operations.');
    nesting.see(code);
    at = endOfToken(text, at, code);
  }
}

/** Refuses JSON that is nested too deeply, or whose outermost object has a key twice, of which parsers keep either. */
export function assertBoundedJson(text: string, what: string): void {
  const nesting = new Nesting(`of ${what}`);
  const keys = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== QUOTE) {
      nesting.see(code);
      at += 1;
      continue;
    }
    const end = endOfJsonString(text, at);
    if (nesting.depth === 1 && isKey(text, end)) {
      const key = text.slice(at, end);
      if (keys.has(key) || key.includes('\\'))
        throw new HttpFault('BAD_REQUEST', `${what} has a key twice or escaped; send each once and plain.`);
      keys.add(key);
    }
    at = end;
  }
}

/** How deep the brackets are that are open at a place. */
class Nesting {
  depth = 0;

  constructor(private readonly where: string) {}

  see(code: number): void {
    if (OPENING.has(code)) this.depth += 1;
    else if (CLOSING.has(code)) this.depth -= 1;
    if (this.depth > NESTING_LIMIT)
      throw tooComplex(`nesting ${this.where}`, NESTING_LIMIT, 'Ask for fewer levels at once.');
  }
}

function endOfToken(text: string, from: number, code: number): number {
  if (code === QUOTE) return endOfString(text, from);
  if (code === DOT && text.startsWith('...', from)) return from + 3;
  if (code === MINUS || isDigit(code)) return endOfNumber(text, from);
  return isWord(code) ? endOfWord(text, from) : from + 1;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === 0x5f;
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (isWord(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  while (isWord(text.charCodeAt(at)) || [DOT, MINUS, PLUS].includes(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at += 1;
  return at;
}

function isLineBreak(code: number): boolean {
  return code === NEWLINE || code === CARRIAGE_RETURN;
}

function endOfString(text: string, from: number): number {
  if (!text.startsWith('"""', from)) return endOfLineString(text, from);
  let at = from + 3;
  while (at < text.length && !text.startsWith('"""', at)) at += text.startsWith('\\"""', at) ? 4 : 1;
  return at + 3;
}

/** A string of one line ends with the line even where its quotation mark is missing, as for the parser. */
function endOfLineString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) return at;
    if (code === QUOTE) return at + 1;
    at += code === BACKSLASH && !isLineBreak(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return at;
}

function endOfJsonString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

function isKey(text: string, from: number): boolean {
  let at = from;
  while (IGNORED.has(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === COLON;
}
