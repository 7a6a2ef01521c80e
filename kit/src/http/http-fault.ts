import type { ErrorCode } from '@simpul/schema/contract/errors';

const STATUS = {
  BAD_REQUEST: 400,
  OPERATION_TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INTROSPECTION_FORBIDDEN: 403,
  OPERATION_NOT_REGISTERED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMEOUT: 408,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  ISSUER_UNAVAILABLE: 503,
} as const satisfies Partial<Record<ErrorCode, number>>;

/** A request that is refused before it reaches GraphQL: its code decides the HTTP status. */
export class HttpFault extends Error {
  readonly status: number;

  constructor(
    readonly code: keyof typeof STATUS,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'HttpFault';
    this.status = STATUS[code];
  }
}
