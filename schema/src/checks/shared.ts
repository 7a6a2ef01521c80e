import { Kind } from 'graphql';
import { Finding } from './finding';
import { ENTITY_OWNERS } from './owners';
import { hasDirective, isEntity, isObject, isRoot, NamedDefinition, Subgraph } from './subgraph';
import { writeSorted } from './writing';

/** Answers of all agencies at once: the same type, to which each brings one field of its own. */
const IN_PARTS = ['AgreementLapse', 'DataAccesses', 'DataAccessSummaries'];

/**
 * Value types, enums, scalars and directives that stand in several subgraphs are equal to the letter; input types
 * stand in one only, and a stub repeats the owner's words. An answer in parts has no field twice.
 */
export function checkShared(all: readonly Subgraph[]): Finding[] {
  const names = new Set(all.flatMap(({ definitions }) => [...definitions.keys()]));
  return [...names].flatMap((name) => {
    const holders = all.filter(({ definitions }) => definitions.has(name));
    if (holders.length < 2 || isRoot(name)) return [];
    if (IN_PARTS.includes(name)) return partFaults(name, holders);
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

function partFaults(name: string, holders: readonly Subgraph[]): Finding[] {
  const parts = holders.flatMap(({ members }) =>
    [...members.values()].filter(({ host, kind }) => host === name && kind === 'FIELD'),
  );
  const words = new Set(holders.map(({ members }) => members.get(name)?.description));
  const twice = parts.filter(
    ({ coordinate }, at) => parts.findIndex((part) => part.coordinate === coordinate) < at,
  );
  return [
    ...twice.map(({ coordinate }) => ({
      rule: 'part-twice',
      coordinate,
      message: 'Two agencies answer this part; name it after the one.',
    })),
    ...(words.size > 1
      ? [{ rule: 'shared-type', coordinate: name, message: 'Its words differ; take them from one place.' }]
      : []),
  ];
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
