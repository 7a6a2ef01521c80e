import {
  createScanner,
  createSourceFile,
  isImportDeclaration,
  isStringLiteral,
  LanguageVariant,
  ScriptTarget,
  SyntaxKind,
} from 'typescript';

/** Shorter runs are the language speaking: `async id string Promise` is copied from nobody. */
const RUN = 6;

/** Rows, published types and inputs are lists of fields; the words of the language between them say nothing. */
const DECLARATION = /[.](entity|type|input)[.]ts$/;

/**
 * What a file says of its own, word by word. Left out are comments, imports, punctuation, and names that come from
 * a package or from kit: to call the mechanism is what a file should do. The file's noun reads `noun` in every
 * form, so that a copy under another noun is seen as the copy it is.
 */
export function wordsOf(path: string, text: string): string[] {
  const { body, borrowed } = splitImports(text);
  const noun = nounPattern(path.split('/').at(-2) ?? '');
  return scan(body)
    .filter(({ word, isOfLanguage }) => !borrowed.has(word) && !(isOfLanguage && DECLARATION.test(path)))
    .map(({ word }) => word.replace(noun, 'noun'));
}

/** Share of both files' words, 0 to 1, that lie in runs which the other file has, too. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const covered = coveredBy(one, runsOf(other)) + coveredBy(other, runsOf(one));
  return covered / Math.max(1, one.length + other.length);
}

function splitImports(text: string): { body: string; borrowed: ReadonlySet<string> } {
  const imports = createSourceFile('file.ts', text, ScriptTarget.Latest).statements.filter(
    isImportDeclaration,
  );
  const foreign = imports.filter(({ moduleSpecifier }) => {
    return isStringLiteral(moduleSpecifier) && !moduleSpecifier.text.startsWith('.');
  });
  const borrowed = foreign.flatMap((statement) => scan(text.slice(statement.pos, statement.end)));
  return { body: text.slice(imports.at(-1)?.end ?? 0), borrowed: new Set(borrowed.map(({ word }) => word)) };
}

interface Word {
  word: string;
  isOfLanguage: boolean;
}

function scan(text: string): Word[] {
  const scanner = createScanner(ScriptTarget.Latest, true, LanguageVariant.Standard, text);
  const words: Word[] = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const word = scanner.getTokenText();
    const isOfLanguage = kind >= SyntaxKind.FirstKeyword && kind <= SyntaxKind.LastKeyword;
    if (/\w/.test(word)) words.push({ word, isOfLanguage });
  }
  return words;
}

function nounPattern(noun: string): RegExp {
  return new RegExp(`${noun.replaceAll('-', '').replace(/y$/, '(?:y|ie)')}(?:e?s)?`, 'gi');
}

function runsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((_, start) => runAt(words, start)));
}

function runAt(words: readonly string[], start: number): string {
  return words.slice(start, start + RUN).join(' ');
}

function coveredBy(words: readonly string[], runs: ReadonlySet<string>): number {
  const covered = new Set<number>();
  for (let start = 0; start + RUN <= words.length; start += 1) {
    if (!runs.has(runAt(words, start))) continue;
    for (let index = start; index < start + RUN; index += 1) covered.add(index);
  }
  return covered.size;
}
