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

/** A file's words and the runs in them, read once for many comparisons. */
export interface Profile {
  length: number;
  /** The run that starts at each word, as far as there are words enough. */
  starts: readonly string[];
  runs: ReadonlySet<string>;
}

export function profileOf(words: readonly string[]): Profile {
  const last = Math.max(0, words.length - RUN + 1);
  const starts = words.slice(0, last).map((_, start) => words.slice(start, start + RUN).join(' '));
  return { length: words.length, starts, runs: new Set(starts) };
}

/** Share of both files' words, 0 to 1, that lie in runs which the other file has, too. */
export function likeness(one: Profile, other: Profile): number {
  return (coveredBy(one, other) + coveredBy(other, one)) / Math.max(1, one.length + other.length);
}

function coveredBy(file: Profile, other: Profile): number {
  let covered = 0;
  let end = 0;
  file.starts.forEach((run, start) => {
    if (!other.runs.has(run)) return;
    covered += start + RUN - Math.max(start, end);
    end = start + RUN;
  });
  return covered;
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
