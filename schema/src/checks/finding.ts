/** One fault found in the schema: which rule, at which coordinate, and what to do about it. */
export interface Finding {
  rule: string;
  coordinate: string;
  message: string;
}

/** Findings as lines for a terminal, ordered so that two runs over the same schema print the same text. */
export function printFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, coordinate, message }) => `${rule}  ${coordinate}\n    ${message}`)
    .sort()
    .join('\n');
}
