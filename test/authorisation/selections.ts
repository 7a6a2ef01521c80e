import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, type TypeNode, parse } from 'graphql';
import type { AgencyName } from '../testkit/house';
import type { Coordinate } from './coordinates';

/** What is found of a field in an answer: leaves as they are, objects by what tells one from another. */
export type Observations = ReadonlyMap<string, readonly unknown[]>;

/** The personal types of an agency: how to ask for all of their fields, and how to find these in an answer. */
export class Selections {
  private readonly types = new Map<string, ReadonlyMap<string, string>>();
  private readonly byType = new Map<string, readonly Coordinate[]>();

  constructor(
    agency: AgencyName,
    coordinates: readonly Coordinate[],
    private readonly roots: readonly string[],
  ) {
    const sdl = readFileSync(path.join(__dirname, `../../schema/subgraphs/${agency}.graphql`), 'utf8');
    for (const node of parse(sdl).definitions) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      const fields = (node.fields ?? []).map(({ name, type }) => [name.value, named(type)] as const);
      this.types.set(node.name.value, new Map(fields));
    }
    for (const { type } of coordinates)
      this.byType.set(
        type,
        coordinates.filter((one) => one.type === type),
      );
  }

  /** All personal fields of a type, and those of the values below it. */
  of(type: string): string {
    return (this.byType.get(type) ?? [])
      .map(({ field }) => {
        const target = this.targetOf(type, field);
        // Types may name fields of different types alike.
        const aliased = `${type}_${field}: ${field}`;
        if (target === null) return aliased;
        return `${aliased} { ${this.isBelow(target) ? this.of(target) : `__typename ${target === 'Region' ? 'code' : ''}`} }`;
      })
      .join(' ');
  }

  /** The fields that lead to values of a type; none for records of their own. */
  waysTo(type: string): readonly string[] {
    if (!this.isBelow(type)) return [];
    return [...this.byType].flatMap(([host, fields]) =>
      fields
        .filter(({ field }) => this.targetOf(host, field) === type)
        .map(({ field }) => `${host}.${field}`),
    );
  }

  /** Whether a field leads to values that have personal fields themselves. */
  leadsBelow(type: string, field: string): boolean {
    const target = this.targetOf(type, field);
    return target !== null && this.isBelow(target);
  }

  /** Goes through an answer. */
  observe(type: string, value: unknown, into: Map<string, unknown[]>): void {
    if (typeof value !== 'object' || value === null) return;
    for (const { field } of this.byType.get(type) ?? []) {
      const found = (value as Record<string, unknown>)[`${type}_${field}`];
      const target = this.targetOf(type, field);
      const seen = into.get(`${type}.${field}`) ?? [];
      into.set(`${type}.${field}`, seen);
      if (found === null || found === undefined) continue;
      const items = Array.isArray(found) ? (found as unknown[]) : [found];
      if (target !== null && this.isBelow(target)) {
        if (items.length > 0) seen.push(true);
        for (const item of items) this.observe(target, item, into);
      } else if (items.length > 0) seen.push(found);
    }
  }

  private targetOf(type: string, field: string): string | null {
    const target = this.types.get(type)?.get(field) ?? '';
    return this.types.has(target) ? target : null;
  }

  private isBelow(type: string): boolean {
    return this.byType.has(type) && !this.roots.includes(type);
  }
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
