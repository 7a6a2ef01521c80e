import { HttpFault } from './http-fault';

/** The two forms in which a GraphQL answer travels over HTTP. */
export type ResponseType = 'application/graphql-response+json' | 'application/json';

interface MediaRange {
  readonly type: string;
  readonly quality: number;
  readonly charsets: readonly string[];
}

const WILDCARDS = ['application/*', '*/*'];

/** Picks the media type of the answer; a caller who names none, or anything, gets `application/json`. */
export function negotiate(accept: string | undefined): ResponseType {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  const ranges = accept.split(',').map(parseRange).filter(isUtf8);
  const response = preference(ranges, 'application/graphql-response+json');
  const json = preference(ranges, 'application/json');
  if (response.quality === 0 && json.quality === 0) {
    throw new HttpFault('NOT_ACCEPTABLE', 'Accept application/graphql-response+json or application/json.');
  }
  if (response.quality !== json.quality) return response.quality > json.quality ? response.type : json.type;
  return response.exact ? response.type : json.type;
}

/** Refuses a body that is not declared as JSON in UTF-8, so that no HTML form of another site can send one. */
export function assertJson(contentType: string | undefined): void {
  const range = parseRange(contentType ?? '');
  if (range.type !== 'application/json' || !isUtf8(range)) {
    throw new HttpFault('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json in UTF-8.');
  }
}

function preference<T extends ResponseType>(ranges: readonly MediaRange[], type: T) {
  const named = ranges.find((range) => range.type === type);
  const matched =
    named ?? WILDCARDS.map((wildcard) => ranges.find((range) => range.type === wildcard)).find(Boolean);
  return { type, quality: matched?.quality ?? 0, exact: named !== undefined };
}

function parseRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const values = (name: string) =>
    parameters
      .filter((part) => part.startsWith(`${name}=`))
      .map((part) => part.slice(name.length + 1).replaceAll('"', ''));
  const quality = Number(values('q')[0] ?? 1);
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0, charsets: values('charset') };
}

function isUtf8({ charsets }: MediaRange): boolean {
  return charsets.every((charset) => charset === 'utf-8' || charset === 'utf8');
}
