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

/** People who were shown the same fields. */
export interface Shown {
  readonly fields: readonly string[];
  readonly people: readonly string[];
}

/** Who was shown which fields; two look-ups per value, since a page shows thousands. */
export class FieldsByPerson {
  private readonly none = new FieldSet(new Set());
  private readonly people = new Map<string, FieldSet>();

  add(person: string, field: string): void {
    const before = this.people.get(person) ?? this.none;
    const after = before.with(field);
    if (after !== before) this.people.set(person, after);
  }

  /** The people by what they were shown: as few groups as there are sets of fields. */
  groups(): Shown[] {
    const names = new Map<FieldSet, string>();
    const groups = new Map<string, { fields: string[]; people: string[] }>();
    for (const [person, set] of this.people) {
      const name = names.get(set) ?? set.sorted.join(' ');
      names.set(set, name);
      const group = groups.get(name) ?? { fields: set.sorted, people: [] };
      groups.set(name, group);
      group.people.push(person);
    }
    return [...groups.values()];
  }
}
