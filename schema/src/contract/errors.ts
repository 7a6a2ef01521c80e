/** Every code a client can meet in `extensions.code`: what it means and since which version. Codes are never reused. */
export const ERRORS = {
  AUDIT_UNAVAILABLE: {
    since: '0.1.0',
    meaning:
      'The agency cannot record who is shown what of people, so it shows nothing personal; the rest is served. Ask again later.',
  },
  BAD_REQUEST: {
    since: '0.1.0',
    meaning:
      'The HTTP request is not a GraphQL request: malformed JSON, a missing query, wrong parameter types.',
  },
  BAD_USER_INPUT: {
    since: '0.1.0',
    meaning:
      'An argument or variable is malformed; `extensions.problems` names every bad field with its remedy.',
  },
  FORBIDDEN: { since: '0.1.0', meaning: 'The identity is known; the agency refuses the action.' },
  FORBIDDEN_FIELD: {
    since: '0.1.0',
    meaning:
      'No rule and no agreement in force opens this personal field, or a filter over one, to this caller for this purpose; `extensions.coordinate` names it.',
  },
  GRAPHQL_PARSE_FAILED: { since: '0.1.0', meaning: 'The document is not valid GraphQL syntax.' },
  GRAPHQL_VALIDATION_FAILED: { since: '0.1.0', meaning: 'The document does not fit the schema.' },
  HEADERS_TOO_LARGE: {
    since: '0.1.0',
    meaning: 'The request line and headers are larger than the server accepts.',
  },
  INTERNAL_SERVER_ERROR: {
    since: '0.1.0',
    meaning: 'A fault on our side; `extensions.requestId` finds it in the log.',
  },
  INTROSPECTION_FORBIDDEN: {
    since: '0.1.0',
    meaning: 'The schema may be read by callers with the role DEVELOPER only; `__typename` is free.',
  },
  ISSUER_UNAVAILABLE: {
    since: '0.1.0',
    meaning:
      'A token came, and the keys of its issuer cannot be had: it can be neither accepted nor refused.',
  },
  METHOD_NOT_ALLOWED: { since: '0.1.0', meaning: 'The HTTP method does not fit the operation.' },
  NOT_ACCEPTABLE: { since: '0.1.0', meaning: 'None of the accepted media types can be served.' },
  NOT_FOUND: { since: '0.1.0', meaning: 'No such record, or none this caller may know of.' },
  OPERATION_NOT_REGISTERED: {
    since: '0.1.0',
    meaning:
      'The caller may run registered operations only, and this is none; the message says how one becomes registered.',
  },
  OPERATION_RESOLUTION_FAILURE: { since: '0.1.0', meaning: 'No operation of that name is in the document.' },
  OPERATION_TOO_COMPLEX: {
    since: '0.1.0',
    meaning: 'The operation is over a limit; the message names the limit, its value and the remedy.',
  },
  PAYLOAD_TOO_LARGE: { since: '0.1.0', meaning: 'The request body is larger than the server accepts.' },
  PURPOSE_REQUIRED: {
    since: '0.1.0',
    meaning:
      'Personal data is given for a purpose: send one in `x-purpose`; `extensions.purposes` lists the possible ones.',
  },
  RATE_LIMITED: {
    since: '0.1.0',
    meaning:
      'The caller or its organisation has used up its allowance; `Retry-After` says when to ask again.',
  },
  REDACTED: {
    since: '0.1.0',
    meaning: 'The value held digits that form a population number (NIK); the field is null.',
  },
  REQUEST_TIMEOUT: { since: '0.1.0', meaning: 'The request did not arrive in time.' },
  SUBGRAPH_INVALID_RESPONSE: {
    since: '0.1.0',
    meaning: 'An agency answered with something that does not fit its schema; the field is null.',
  },
  SUBGRAPH_REFUSED: {
    since: '0.1.0',
    meaning:
      "The owning agency does not take this gateway's word: a fault of keys or clocks for its operator to mend.",
  },
  SUBGRAPH_TIMEOUT: { since: '0.1.0', meaning: 'The owning agency did not answer within its deadline.' },
  SUBGRAPH_UNAVAILABLE: { since: '0.1.0', meaning: 'The owning agency could not be reached.' },
  UNAUTHENTICATED: { since: '0.1.0', meaning: 'No valid identity came with the request.' },
  UNSUPPORTED_MEDIA_TYPE: { since: '0.1.0', meaning: 'The request body is not JSON in UTF-8.' },
} as const satisfies Record<string, { since: string; meaning: string }>;

/** A code of the table. */
export type ErrorCode = keyof typeof ERRORS;
