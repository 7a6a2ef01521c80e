import { Kind } from 'graphql';
import { Finding } from './finding';
import { ENTITY_OWNERS } from './owners';
import { hasDirective, isEntity, isObject, isRoot, NamedDefinition, Subgraph } from './subgraph';
import { writeSorted } from './writing';

/**
 * Value types, enums, scalars and directives that stand in several subgraphs are equal to the letter; input types
 * stand in one only, and a stub repeats the owner's words.
 */
export function checkShared(all: readonly Subgraph[]): Finding[] {
  const names = new Set(all.flatMap(({ definitions }) => [...definitions.keys()]));
  return [...names].flatMap((name) => {
    const holders = all.filter(({ definitions }) => definitions.has(name));
    if (holders.length < 2 || isRoot(name)) return [];
    return isRecord(name, holders) ? stubFaults(name, holders) : likenessFaults(name, holders);
  });
}

function isRecord(name: string, holders: readonly Subgraph[]): boolean {
  return holders.some(({ definitions }) => {
    const definition = definitions.get(name);
    return isEntity(definition) || (isObject(definition) && hasDirective(definition, 'external'));
  });
}

function likenessFaults(name: string, holders: readonly Subgraph[]): Finding[] {
  const [first, ...others] = holders.flatMap(({ name: agency, definitions }) => {
    const definition = definitions.get(name);
    return definition ? [{ agency, definition, text: writeSorted(definition) }] : [];
  });
  if (!first) return [];
  if (first.definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    const agencies = holders.map((holder) => holder.name).join(', ');
    return [
      { rule: 'shared-input', coordinate: name, message: `Input types are never shared; in ${agencies}.` },
    ];
  }
  return others
    .filter(({ text }) => text !== first.text)
    .map(({ agency }) => ({
      rule: 'shared-type',
      coordinate: name,
      message: `${agency} and ${first.agency} differ; take it from one place, to the letter.`,
    }));
}

function stubFaults(name: string, holders: readonly Subgraph[]): Finding[] {
  const owner = holders.find(({ name: agency }) => agency === ownerOf(name, holders));
  if (!owner) return [];
  const stubs = holders.filter((holder) => holder !== owner);
  return stubs.flatMap((stub) =>
    [...stub.members.values()]
      .filter(({ host, coordinate }) => host === name && owner.members.has(coordinate))
      .filter(({ coordinate, description }) => owner.members.get(coordinate)?.description !== description)
      .map(({ coordinate }) => ({
        rule: 'stub-description',
        coordinate,
        message: `${stub.name} words it otherwise than ${owner.name}, which owns ${name}.`,
      })),
  );
}

function ownerOf(name: string, holders: readonly Subgraph[]): string | undefined {
  const agreed = ENTITY_OWNERS[name];
  if (agreed) return agreed;
  return holders.find(({ definitions }) => !isBorrowed(definitions.get(name)))?.name;
}

function isBorrowed(definition: NamedDefinition | undefined): boolean {
  return isObject(definition) && hasDirective(definition, 'external');
}
