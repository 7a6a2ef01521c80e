import type { AccessEntry } from '@simpul/schema/contract/access-explanation';

/** The lines of an explanation: each way in which a field came out at an agency once, in an order that is always the same. */
export class AccessEntries {
  private readonly lines = new Map<string, AccessEntry>();

  add(entry: AccessEntry): void {
    const { coordinate, agency, outcome, basis, grant, code } = entry;
    const line = [coordinate, agency, outcome, basis, grant?.id, grant?.version, code].join(' ');
    if (!this.lines.has(line)) this.lines.set(line, entry);
  }

  addAll(entries: readonly AccessEntry[]): void {
    for (const entry of entries) this.add(entry);
  }

  list(): readonly AccessEntry[] {
    const sorted = [...this.lines].sort(([one], [other]) => (one < other ? -1 : 1));
    return sorted.map(([, entry]) => entry);
  }

  clear(): void {
    this.lines.clear();
  }
}
