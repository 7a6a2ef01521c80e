import { SubgraphFault } from './subgraph-fault';

type JsonObject = Record<string, unknown>;

/** An error as an agency reports it; only the message is certain to be there. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<JsonObject>;
}

/** What an agency answered, known to have the form of a GraphQL answer and nothing more. */
export interface SubgraphAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly SubgraphError[];
  /** What it says of the access that it gave, in whatever form; undefined where it says nothing. */
  readonly access: unknown;
}

const MEDIA_TYPE = /^application\/(graphql-response\+)?json\s*(;\s*charset="?utf-?8"?\s*)?$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the bytes of an HTTP answer as a GraphQL answer; what is none is a fault of the agency. */
export function readAnswer(status: number, contentType: unknown, bytes: ArrayBuffer): SubgraphAnswer {
  // A proxy in front of a stopped agency answers, too, but with a status that says so.
  const code = status >= 200 && status < 300 ? 'SUBGRAPH_INVALID_RESPONSE' : 'SUBGRAPH_UNAVAILABLE';
  const refuse = (what: string) => new SubgraphFault(code, `status ${String(status)}, ${what}`);
  if (typeof contentType !== 'string' || !MEDIA_TYPE.test(contentType)) throw refuse('not JSON in UTF-8');
  const parsed = parseUtf8(bytes);
  if (!isObject(parsed)) throw refuse('no JSON object');
  const { data = null, errors = [], extensions } = parsed;
  if (data !== null && !isObject(data)) throw refuse('data is no object');
  if (!Array.isArray(errors) || !errors.every(isError)) throw refuse('errors is no list of errors');
  if (data === null && errors.length === 0) throw refuse('neither data nor errors');
  const access = isObject(extensions) ? extensions['access'] : undefined;
  return { data, errors: errors.map(readError), access };
}

function parseUtf8(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

function isError(error: unknown): error is JsonObject & { message: string } {
  return isObject(error) && typeof error['message'] === 'string';
}

function readError({ message, path, extensions }: JsonObject & { message: string }): SubgraphError {
  return {
    message,
    ...(isPath(path) ? { path } : {}),
    ...(isObject(extensions) ? { extensions } : {}),
  };
}

function isPath(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || Number.isInteger(step));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
