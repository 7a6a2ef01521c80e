import { type Attack, drip, head } from './attack';

const LATE = [408, 'REQUEST_TIMEOUT'] as const;

const ROWS: readonly (readonly [string, Attack['expected'], Attack['send']])[] = [
  ['nothing at all', LATE, drip('', '', 1000)],
  ['a header a second', LATE, drip('POST /graphql HTTP/1.1\r\nhost: a\r\n', 'x-a: b\r\n', 1000)],
  ['a header that does not end', LATE, drip('POST /graphql HTTP/1.1\r\nhost: a\r\nx-a: ', 'x', 500)],
  [
    'a byte of the body a second',
    LATE,
    drip(head('content-type: application/json', 'content-length: 10000'), ' ', 1000),
  ],
  [
    'a body that does not come',
    LATE,
    drip(head('content-type: application/json', 'content-length: 100'), '', 1000),
  ],
  [
    'a chunk a second',
    LATE,
    drip(head('content-type: application/json', 'transfer-encoding: chunked'), '1\r\n \r\n', 1000),
  ],
];

/** Connections that hold on to what others need: each takes seconds, so the proof alone runs them. */
export const SLOW_ATTACKS: readonly Attack[] = ROWS.map(([name, expected, send]) => ({
  category: 'slowness',
  name,
  expected,
  send,
}));
