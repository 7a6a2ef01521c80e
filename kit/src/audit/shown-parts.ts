import type { Disclosure, GrantUsed } from './disclosures';
import { FieldsBySubject } from './field-sets';

/** What was shown of one type in one way: under one grant or none, masked or not. */
interface Part {
  readonly type: string;
  readonly grant: GrantUsed | null;
  readonly masked: boolean;
  readonly shown: FieldsBySubject;
}

/** Those of whom the same fields of one type were shown in the same way. */
export interface ShownTogether extends Omit<Part, 'shown'> {
  readonly fields: readonly string[];
  readonly people: readonly string[];
}

/** What one request is shown, by type and by the way in which it is. */
export class ShownParts {
  private readonly parts: Part[] = [];

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  add({ type, field, person, grant, masked }: Disclosure): void {
    this.partOf(type, grant, masked).shown.add(person, field);
  }

  /** Whether anything of a type was shown of somebody. */
  tellsOf(type: string, person: string): boolean {
    return this.parts.some((part) => part.type === type && part.shown.has(person));
  }

  together(): ShownTogether[] {
    return this.parts.flatMap(({ type, grant, masked, shown }) =>
      shown.groups().map(({ fields, subjects }) => ({ type, grant, masked, fields, people: subjects })),
    );
  }

  /** There are few: linear, and no key to build for every value of a page. */
  private partOf(type: string, grant: GrantUsed | null, masked: boolean): Part {
    const known = this.parts.find(
      (part) =>
        part.type === type &&
        part.masked === masked &&
        part.grant?.id === grant?.id &&
        part.grant?.version === grant?.version,
    );
    if (known) return known;
    const part = { type, grant, masked, shown: new FieldsBySubject() };
    this.parts.push(part);
    return part;
  }
}
