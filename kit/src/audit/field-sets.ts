/** A set of fields that grows by one at a time: people shown the same fields in any order stand at the same few sets. */
class FieldSet {
  private readonly grown = new Map<string, FieldSet>();

  constructor(readonly fields: ReadonlySet<string>) {}

  with(field: string): FieldSet {
    const known = this.grown.get(field);
    if (known) return known;
    const next = this.fields.has(field) ? this : new FieldSet(new Set([...this.fields, field]));
    this.grown.set(field, next);
    return next;
  }

  get sorted(): string[] {
    return [...this.fields].sort();
  }
}

/** Those of whom the same fields were shown. */
export interface Shown {
  readonly fields: readonly string[];
  readonly subjects: readonly string[];
}

/** Of whom which fields were shown; two look-ups per value, since a page shows thousands. */
export class FieldsBySubject {
  private readonly none = new FieldSet(new Set());
  private readonly subjects = new Map<string | null, FieldSet>();

  /** Null for what is told of nobody in particular. */
  add(subject: string | null, field: string): void {
    const before = this.subjects.get(subject) ?? this.none;
    const after = before.with(field);
    if (after !== before) this.subjects.set(subject, after);
  }

  has(subject: string): boolean {
    return this.subjects.has(subject);
  }

  /** The subjects by what was shown of them: as few groups as there are sets of fields. */
  groups(): Shown[] {
    const names = new Map<FieldSet, string>();
    const groups = new Map<string, { fields: string[]; subjects: string[] }>();
    for (const [subject, set] of this.subjects) {
      const name = names.get(set) ?? set.sorted.join(' ');
      names.set(set, name);
      const group = groups.get(name) ?? { fields: set.sorted, subjects: [] };
      groups.set(name, group);
      if (subject !== null) group.subjects.push(subject);
    }
    return [...groups.values()];
  }
}
