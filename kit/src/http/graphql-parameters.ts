import { HttpFault } from './http-fault';

type JsonObject = Record<string, unknown>;

/** What a GraphQL request consists of, whichever way it came. */
export interface GraphQLParameters {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: JsonObject;
  readonly extensions?: JsonObject;
}

/** Reads the parameters out of a JSON body. */
export function parametersOfBody(body: string): GraphQLParameters {
  const parsed = parseJson(body, 'The body');
  if (Array.isArray(parsed))
    throw new HttpFault('BAD_REQUEST', 'Batches are not served; send one operation per request.');
  if (!isObject(parsed)) throw new HttpFault('BAD_REQUEST', 'The body must be a JSON object with a query.');
  return checked(parsed);
}

/** Reads the parameters out of a URL's query string. */
export function parametersOfUrl(url: string): GraphQLParameters {
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
    operationName: single('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

function checked({ query, operationName, variables, extensions }: JsonObject): GraphQLParameters {
  if (isObject(extensions) && 'persistedQuery' in extensions) {
    throw new HttpFault('BAD_REQUEST', 'Persisted queries are not served; send the text of the query.');
  }
  if (typeof query !== 'string' || query === '') {
    throw new HttpFault('BAD_REQUEST', 'query must be the text of a GraphQL document.');
  }
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw new HttpFault('BAD_REQUEST', 'operationName must be a string.');
  }
  return {
    query,
    ...(isAbsent(operationName) ? {} : { operationName }),
    ...(isAbsent(variables) ? {} : { variables: asObject('variables', variables) }),
    ...(isAbsent(extensions) ? {} : { extensions: asObject('extensions', extensions) }),
  };
}

function asObject(name: string, value: unknown): JsonObject {
  if (!isObject(value)) throw new HttpFault('BAD_REQUEST', `${name} must be a JSON object.`);
  return value;
}

function parseJson(text: string, what: string): unknown {
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
