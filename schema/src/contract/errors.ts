/** Every code a client can meet in `extensions.code`: what it means and since which version. Codes are never reused. */
export const ERRORS = {
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
  GRAPHQL_PARSE_FAILED: { since: '0.1.0', meaning: 'The document is not valid GraphQL syntax.' },
  GRAPHQL_VALIDATION_FAILED: { since: '0.1.0', meaning: 'The document does not fit the schema.' },
  INTERNAL_SERVER_ERROR: {
    since: '0.1.0',
    meaning: 'A fault on our side; `extensions.requestId` finds it in the log.',
  },
  METHOD_NOT_ALLOWED: { since: '0.1.0', meaning: 'The HTTP method does not fit the operation.' },
  NOT_ACCEPTABLE: { since: '0.1.0', meaning: 'None of the accepted media types can be served.' },
  NOT_FOUND: { since: '0.1.0', meaning: 'No such record, or none this caller may know of.' },
  OPERATION_RESOLUTION_FAILURE: { since: '0.1.0', meaning: 'No operation of that name is in the document.' },
  PAYLOAD_TOO_LARGE: { since: '0.1.0', meaning: 'The request body is larger than the server accepts.' },
  REDACTED: {
    since: '0.1.0',
    meaning: 'The value held digits that form a population number (NIK); the field is null.',
  },
  SUBGRAPH_INVALID_RESPONSE: {
    since: '0.1.0',
    meaning: 'An agency answered with something that does not fit its schema; the field is null.',
  },
  SUBGRAPH_TIMEOUT: { since: '0.1.0', meaning: 'The owning agency did not answer within its deadline.' },
  SUBGRAPH_UNAVAILABLE: { since: '0.1.0', meaning: 'The owning agency could not be reached.' },
  UNAUTHENTICATED: { since: '0.1.0', meaning: 'No valid identity came with the request.' },
  UNSUPPORTED_MEDIA_TYPE: { since: '0.1.0', meaning: 'The request body is not JSON in UTF-8.' },
} as const satisfies Record<string, { since: string; meaning: string }>;

/** A code of the table. */
export type ErrorCode = keyof typeof ERRORS;
