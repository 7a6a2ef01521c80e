import { Kind, print, TypeNode } from 'graphql';
import { repeatsName } from './description';
import { Finding } from './finding';
import { fieldSetsOf, Member, NamedDefinition, Subgraph } from './subgraph';
import { writeDirectives, writeSorted } from './writing';

/** Lists that the parties closed: a further value would mean something to one of them only. */
const CLOSED_LISTS = [
  'AgreementForm',
  'AgreementStatus',
  'ClaimStatus',
  'FundingSource',
  'LegalBasis',
  'LocalHireDenominator',
  'Mask',
  'PersonalDataCategory',
  'PlacementChannel',
  'PlacementScheme',
  'Purpose',
  'QuotaScope',
  'RegistrationStatus',
  'RuleStatus',
];

/** Directives by which a type takes part in the federation; keys are compared apart. */
const KEY = 'key';
/** What a field costs its agency is not agreed upon: the agency says so and may change it. */
const COSTS = ['cost', 'listSize'];

/**
 * Whatever is built equals what was agreed: owner, kind, type, nullability, default, keys, marks and words. Parts
 * of the contract that nobody needs yet may be missing; additions are free as long as they are optional.
 */
export function checkContract(emitted: readonly Subgraph[], contract: readonly Subgraph[]): Finding[] {
  return emitted.flatMap((subgraph) => {
    const agreed = contract.find(({ name }) => name === subgraph.name);
    if (!agreed) return [];
    return [
      ...[...subgraph.members.values()].flatMap((member) => memberFaults(member, agreed, contract)),
      ...[...subgraph.definitions].flatMap(([coordinate, definition]) =>
        definitionFaults(coordinate, definition, agreed),
      ),
    ];
  });
}

function memberFaults(member: Member, agreed: Subgraph, contract: readonly Subgraph[]): Finding[] {
  const expected = agreed.members.get(member.coordinate);
  if (expected) return [...differences(member, expected)];
  const fault = (rule: string, message: string): Finding[] => [
    { rule, coordinate: member.coordinate, message },
  ];
  if (member.kind === 'ENUM_VALUE' && agreed.members.has(member.host) && CLOSED_LISTS.includes(member.host)) {
    return fault(
      'contract-closed-list',
      `${member.host} is closed; agree on the value with all parties first.`,
    );
  }
  if (isNewDemand(member, agreed))
    return fault('contract-new-demand', 'Make it optional, or give it a default.');
  const owner = contract.find(({ members }) => members.has(member.coordinate));
  if (!owner || member.kind === 'TYPE' || isBorrowedList(member, agreed)) return [];
  return fault('contract-owner', `The contract gives it to ${owner.name}, not to ${agreed.name}.`);
}

/** A list of values may be used by whoever needs it; that it is the same list everywhere is checked of all that is shared. */
function isBorrowedList({ kind, host }: Member, agreed: Subgraph): boolean {
  return kind === 'ENUM_VALUE' && !agreed.definitions.has(host);
}

function isNewDemand({ kind, coordinate, host, type, defaultValue }: Member, agreed: Subgraph): boolean {
  const field = kind === 'ARGUMENT' ? coordinate.slice(0, coordinate.indexOf('(')) : host;
  const isInput = kind === 'ARGUMENT' || kind === 'INPUT_FIELD';
  const isDemanded = type?.kind === Kind.NON_NULL_TYPE && defaultValue === null;
  return isInput && isDemanded && agreed.members.has(field);
}

function* differences(member: Member, expected: Member): Generator<Finding> {
  const { coordinate } = member;
  const compare = (rule: string, actual: string, wanted: string) =>
    actual === wanted ? [] : [{ rule, coordinate, message: `The contract says ${wanted}, not ${actual}.` }];
  yield* compare('contract-kind', member.kind, expected.kind);
  yield* compare('contract-type', written(member.type), written(expected.type));
  yield* compare('contract-default', member.defaultValue ?? 'none', expected.defaultValue ?? 'none');
  yield* compare('contract-directives', marks(member), marks(expected));
  if (!repeatsName(expected)) {
    yield* compare('contract-words', quoted(member.description), quoted(expected.description));
  }
}

function definitionFaults(coordinate: string, definition: NamedDefinition, agreed: Subgraph): Finding[] {
  const expected = agreed.definitions.get(coordinate);
  if (!expected) return [];
  const compare = (rule: string, actual: string, wanted: string) =>
    actual === wanted ? [] : [{ rule, coordinate, message: `The contract says ${wanted}, not ${actual}.` }];
  return [
    ...compare('contract-kind', definition.kind, expected.kind),
    ...compare('contract-key', keys(definition), keys(expected)),
    ...compare('contract-interfaces', interfaces(definition), interfaces(expected)),
    ...compare('contract-directive', directiveForm(definition), directiveForm(expected)),
    ...missingValues(definition, expected),
  ];
}

function missingValues(definition: NamedDefinition, expected: NamedDefinition): Finding[] {
  if (expected.kind !== Kind.ENUM_TYPE_DEFINITION || definition.kind !== Kind.ENUM_TYPE_DEFINITION) return [];
  const present = new Set((definition.values ?? []).map(({ name }) => name.value));
  return (expected.values ?? [])
    .filter(({ name }) => !present.has(name.value))
    .map(({ name }) => ({
      rule: 'contract-enum-value',
      coordinate: `${definition.name.value}.${name.value}`,
      message: 'Add it: a list of values is built as a whole.',
    }));
}

function written(type: TypeNode | null): string {
  return type ? print(type) : 'no type';
}

function quoted(words: string | null): string {
  return words === null ? 'nothing' : `"${words}"`;
}

function marks({ directives }: Member): string {
  return (
    writeDirectives(directives.filter(({ name }) => name.value !== KEY && !COSTS.includes(name.value))) ||
    'no directive'
  );
}

function keys(definition: NamedDefinition): string {
  return fieldSetsOf(definition, KEY).sort().join(', ') || 'no key';
}

function interfaces(definition: NamedDefinition): string {
  const names = 'interfaces' in definition ? (definition.interfaces ?? []) : [];
  return (
    names
      .map(({ name }) => name.value)
      .sort()
      .join(' & ') || 'no interface'
  );
}

function directiveForm(definition: NamedDefinition): string {
  return definition.kind === Kind.DIRECTIVE_DEFINITION ? writeSorted(definition) : 'no directive';
}
