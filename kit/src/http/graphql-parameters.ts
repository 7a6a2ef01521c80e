import { HttpFault } from './http-fault';
import { assertBoundedDocument, assertBoundedJson } from './linear-limits';

const DOCUMENT_ID = /^sha256:[0-9a-f]{64}$/;

type JsonObject = Record<string, unknown>;

/** What a GraphQL request consists of, whichever way it came; either the document or the id of a registered one. */
export type GraphQLRequest = SentDocument | NamedDocument;

interface SentDocument extends Accompaniment {
  readonly query: string;
  readonly documentId?: undefined;
}

interface NamedDocument extends Accompaniment {
  readonly query?: undefined;
  readonly documentId: string;
}

interface Accompaniment {
  readonly operationName?: string;
  readonly variables?: JsonObject;
  readonly extensions?: JsonObject;
}

/** Reads the parameters out of a JSON body. */
export function parametersOfBody(body: string): GraphQLRequest {
  const parsed = parseJson(body, 'The body');
  if (Array.isArray(parsed))
    throw new HttpFault('BAD_REQUEST', 'Batches are not served; send one operation per request.');
  if (!isObject(parsed)) throw new HttpFault('BAD_REQUEST', 'The body must be a JSON object with a query.');
  return checked(parsed);
}

/** Reads the parameters out of a URL's query string. */
export function parametersOfUrl(url: string): GraphQLRequest {
  const search = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  assertDecodable(search);
  const given = new URLSearchParams(search);
  const single = (name: string): string | undefined => {
    const [value, ...others] = given.getAll(name);
    if (others.length > 0) throw new HttpFault('BAD_REQUEST', `Send ${name} once.`);
    return value;
  };
  const json = (name: string): unknown => {
    const text = single(name);
    return text === undefined ? undefined : parseJson(text, name);
  };
  return checked({
    query: single('query'),
    documentId: single('documentId'),
    operationName: single('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

function checked({ query, documentId, operationName, variables, extensions }: JsonObject): GraphQLRequest {
  if (isObject(extensions) && 'persistedQuery' in extensions) {
    throw new HttpFault('BAD_REQUEST', 'Persisted queries are not served; send the text of the query.');
  }
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw new HttpFault('BAD_REQUEST', 'operationName must be a string.');
  }
  return {
    ...documentOf(query, documentId),
    ...(isAbsent(operationName) ? {} : { operationName }),
    ...(isAbsent(variables) ? {} : { variables: asObject('variables', variables) }),
    ...(isAbsent(extensions) ? {} : { extensions: asObject('extensions', extensions) }),
  };
}

function documentOf(query: unknown, documentId: unknown): SentDocument | NamedDocument {
  if (!isAbsent(documentId)) {
    if (!isAbsent(query)) throw new HttpFault('BAD_REQUEST', 'Send query or documentId, not both.');
    if (typeof documentId !== 'string' || !DOCUMENT_ID.test(documentId))
      throw new HttpFault('BAD_REQUEST', 'documentId must be sha256: and 64 hexadecimal digits.');
    return { documentId };
  }
  if (typeof query !== 'string' || query === '')
    throw new HttpFault('BAD_REQUEST', 'query must be the text of a GraphQL document.');
  assertBoundedDocument(query);
  return { query };
}

function asObject(name: string, value: unknown): JsonObject {
  if (!isObject(value)) throw new HttpFault('BAD_REQUEST', `${name} must be a JSON object.`);
  return value;
}

function parseJson(text: string, what: string): unknown {
  assertBoundedJson(text, what);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFault('BAD_REQUEST', `${what} is not valid JSON.`);
  }
}

/** URLSearchParams replaces what is not UTF-8 and would execute a query that nobody sent. */
function assertDecodable(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    throw new HttpFault('BAD_REQUEST', 'The URL is not valid UTF-8 in percent-encoding.');
  }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
