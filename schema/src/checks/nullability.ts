import { Kind, TypeNode } from 'graphql';
import { Finding } from './finding';
import { ENTITY_OWNERS } from './owners';
import { Scope } from './scope';
import { hasDirective, isList, isRoot, keyFields, Member, namedType, Subgraph } from './subgraph';

/**
 * Nullability is resilience: what another agency answers, or what may be refused, is nullable, so that one outage
 * or refusal costs that field and never the row around it.
 */
export function checkNullability({ subgraph }: Scope): Finding[] {
  return [...subgraph.members.values()]
    .filter(({ kind, directives }) => kind === 'FIELD' && !hasDirective({ directives }, 'external'))
    .flatMap((field) => faultsOf(field, subgraph));
}

function faultsOf(field: Member, subgraph: Subgraph): Finding[] {
  const { type, host, directives } = field;
  if (!type) return [];
  const faults: Finding[] = [];
  const refuse = (rule: string, message: string) =>
    faults.push({ rule, coordinate: field.coordinate, message });

  if (isForeign(namedType(type), subgraph)) refuseForeignEdge(type, refuse);
  if (type.kind !== Kind.NON_NULL_TYPE) return faults;
  if (isRoot(host))
    refuse('root-field-nullable', 'Make it nullable: a failed root field blanks the whole answer.');
  if (isForeign(host, subgraph) && !isKey(field, subgraph)) {
    refuse('added-field-nullable', `Make it nullable: ${host} belongs to ${ENTITY_OWNERS[host]}.`);
  }
  if (hasDirective({ directives }, 'personal')) {
    refuse('personal-field-nullable', 'Make it nullable: a personal field can be refused.');
  }
  return faults;
}

function refuseForeignEdge(type: TypeNode, refuse: (rule: string, message: string) => void): void {
  const entity = namedType(type);
  if (!isList(type)) {
    if (type.kind !== Kind.NON_NULL_TYPE) return;
    refuse('foreign-edge-nullable', `Make it nullable: ${entity} belongs to ${ENTITY_OWNERS[entity]}.`);
    return;
  }
  const list = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (list.kind === Kind.LIST_TYPE && list.type.kind === Kind.NON_NULL_TYPE) {
    refuse(
      'foreign-list-nullable',
      `Write [${entity}]!: one ${entity} that does not come must not take the list.`,
    );
  }
}

function isForeign(typeName: string, subgraph: Subgraph): boolean {
  const owner = ENTITY_OWNERS[typeName];
  return owner !== undefined && owner !== subgraph.name;
}

function isKey({ host, name }: Member, subgraph: Subgraph): boolean {
  const definition = subgraph.definitions.get(host);
  return definition !== undefined && keyFields(definition).includes(name);
}
