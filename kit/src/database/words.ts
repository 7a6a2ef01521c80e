/** Patterns for `ILIKE ALL`, one for each word of a searched text: a row must have them all, in any order. */
export function wordPatterns(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
