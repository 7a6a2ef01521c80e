import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Lexer, Source, TokenKind } from 'graphql';
import { HttpFault } from './http-fault';
import {
  LENGTH_LIMIT,
  NESTING_LIMIT,
  TOKEN_LIMIT,
  assertBoundedDocument,
  assertBoundedJson,
} from './linear-limits';

const faultOf = (work: () => void): HttpFault | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof HttpFault) return error;
    throw error;
  }
};
const document = (text: string) =>
  faultOf(() => {
    assertBoundedDocument(text);
  });
const json = (text: string) =>
  faultOf(() => {
    assertBoundedJson(text, 'The body');
  });

describe('a document', () => {
  it.each([
    ['names', 'a '.repeat(TOKEN_LIMIT)],
    ['punctuators', '!'.repeat(TOKEN_LIMIT)],
    ['strings', '"{" '.repeat(TOKEN_LIMIT)],
    ['numbers', '-1.5e '.repeat(TOKEN_LIMIT)],
    ['spreads', '...'.repeat(TOKEN_LIMIT)],
  ])('may have as many tokens as the limit says, and one is too much: %s', (_name, text) => {
    expect(document(`# { a comment ${'{ '.repeat(1000)}\n${text}`)).toBeUndefined();
    expect(document(`${text} x`)).toMatchObject({
      code: 'OPERATION_TOO_COMPLEX',
      status: 400,
      message: expect.stringContaining('tokens of a document, 15000.') as string,
    });
  });

  it('may be as long as the limit says', () => {
    expect(document(`{ ${'a'.repeat(LENGTH_LIMIT - 2)}`)).toBeUndefined();
    expect(document('a'.repeat(LENGTH_LIMIT + 1))?.message).toContain('characters of a document, 100000.');
  });

  it('has strings that are one token each, whatever they hold', () => {
    const strings = ['"a b { \\" c"', '"""a " b \\""" {"""', '"\\\\"'].join(' ');
    expect(document(`${strings} ${'! '.repeat(TOKEN_LIMIT - 3)}`)).toBeUndefined();
    expect(document(`${strings} ${'! '.repeat(TOKEN_LIMIT - 2)}`)).toBeDefined();
  });

  it.each(['{', '(', '[', '{a(b:['])('may be nested as deeply as the limit says: %s', (opening) => {
    const levels = NESTING_LIMIT / opening.replaceAll(/[^([{]/g, '').length;
    expect(document(opening.repeat(Math.floor(levels)))).toBeUndefined();
    expect(document(opening.repeat(Math.floor(levels) + 1))?.message).toContain(
      'nesting of the document, 200.',
    );
  });

  it('is counted as the parser counts it', () => {
    const folder = join(__dirname, '../../../test/journeys/questions');
    const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const all = texts.join('\n');
    const lexer = new Lexer(new Source(all));
    let tokens = 0;
    while (lexer.advance().kind !== TokenKind.EOF) if (lexer.token.kind !== TokenKind.COMMENT) tokens += 1;
    const filling = '! '.repeat(TOKEN_LIMIT - tokens);
    expect(document(all + filling)).toBeUndefined();
    expect(document(`${all + filling}!`)).toBeDefined();
  });

  it('is left to the parser where it is none', () => {
    for (const text of ['"never ends', '"""never ends', '\0\x01?', '"line\nbreak', '}}}', '"\\'])
      expect(document(text)).toBeUndefined();
  });
});

describe('JSON', () => {
  it('may be nested as deeply as the limit says, whatever its strings hold', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}"{\\"[["${']'.repeat(levels)}`;
    expect(json(nested(NESTING_LIMIT))).toBeUndefined();
    expect(json(nested(NESTING_LIMIT + 1))).toMatchObject({ code: 'OPERATION_TOO_COMPLEX', status: 400 });
  });

  it('has each key of its outermost object once', () => {
    expect(json('{"query":"{a}","variables":{"query":1,"a":[{"query":2}]}}')).toBeUndefined();
    expect(json('{"query":"{a}", "query" : "{b}"}')).toMatchObject({ code: 'BAD_REQUEST' });
    expect(json('{"query":"{a}","qu\\u0065ry":"{b}"}')).toMatchObject({ code: 'BAD_REQUEST' });
  });
});
