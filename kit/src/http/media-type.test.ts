import { HttpFault } from './http-fault';
import { assertJson, negotiate } from './media-type';

const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

describe('the media type of an answer', () => {
  it.each([
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    ['application/json; charset=utf-8', JSON_TYPE],
    [RESPONSE, RESPONSE],
    ['Application/GraphQL-Response+JSON', RESPONSE],
    [`${RESPONSE}, application/json;q=0.9`, RESPONSE],
    [`application/json, ${RESPONSE}`, RESPONSE],
    [`application/json, ${RESPONSE};q=0.5`, JSON_TYPE],
    [`${RESPONSE};q=0, */*`, JSON_TYPE],
    [`${RESPONSE}, */*`, RESPONSE],
    ['application/json, */*', JSON_TYPE],
    ['text/html, */*;q=0.8', JSON_TYPE],
  ])('for Accept: %s is %s', (accept, expected) => {
    expect(negotiate(accept)).toBe(expected);
  });

  it.each(['text/html', 'application/json;q=0', 'application/json; charset=utf-16', `${RESPONSE};q=x`])(
    'does not exist for Accept: %s',
    (accept) => {
      expect(() => negotiate(accept)).toThrow(HttpFault);
    },
  );
});

describe('the media type of a body', () => {
  it.each(['application/json', 'application/json;charset=UTF-8', 'application/json; charset="utf-8"'])(
    'may be %s',
    (type) => {
      expect(() => {
        assertJson(type);
      }).not.toThrow();
    },
  );

  it.each([
    undefined,
    '',
    'text/plain',
    'application/jsonx',
    'application/json; charset=latin1',
    'application/graphql',
  ])('may not be %s', (type) => {
    expect(() => {
      assertJson(type);
    }).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_MEDIA_TYPE' }) as Error);
  });
});
