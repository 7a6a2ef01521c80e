import { Kind } from 'graphql';
import { Finding } from './finding';
import { ENTITY_OWNERS } from './owners';
import { Scope } from './scope';
import { hasDirective, isEntity, isObject, Member, namedType, Subgraph } from './subgraph';

/** Never personal by itself: identity of the row, its version, and whether it is demonstration data. */
const OPEN_FIELDS = ['id', 'version', 'demo'];

/** Of an answer about a person what only repeats the question, or tells which day and which grants it goes by. */
const OPEN_ECHOES = ['bundleVersion', 'day', 'organization', 'purpose'].map((name) => `PersonAccess.${name}`);

/** A candidate is an anonymous fit under a random id; what may point at someone in it is marked one by one. */
const ANONYMOUS_TYPES = ['MatchCandidate', 'MatchCandidateEdge', 'MatchCandidateConnection'];

/** Every field that tells something of a person, and every filter over one, carries @personal. */
export function checkPersonal({ subgraph }: Scope): Finding[] {
  const types = personalTypes(subgraph);
  const filters = filtersOver(types, subgraph);
  return [...subgraph.members.values()]
    .filter((member) => !hasDirective(member, 'personal'))
    .flatMap(({ kind, host, name, coordinate }) => {
      const isOpen = OPEN_FIELDS.includes(name) || OPEN_ECHOES.includes(coordinate);
      if (kind === 'FIELD' && types.has(host) && !isOpen) {
        return [
          { rule: 'unmarked-personal', coordinate, message: 'Mark it @personal: it tells of a person.' },
        ];
      }
      if (kind === 'INPUT_FIELD' && filters.has(host)) {
        return [
          { rule: 'unmarked-filter', coordinate, message: 'Mark it @personal: who matches can be inferred.' },
        ];
      }
      return [];
    });
}

/** A mark that is not composed is lost on the way to the gateway. */
export function checkMarkIsComposed({ subgraph }: Scope): Finding[] {
  const marked = [...subgraph.members.values()].some((member) => hasDirective(member, 'personal'));
  const composed = subgraph.document.definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_EXTENSION || kind === Kind.SCHEMA_DEFINITION)
    .flatMap((schema) => ('directives' in schema ? (schema.directives ?? []) : []))
    .filter(({ name }) => name.value === 'composeDirective')
    .flatMap(({ arguments: given }) => given ?? [])
    .some(({ value }) => value.kind === Kind.STRING && value.value === '@personal');
  if (!marked || composed) return [];
  const message = 'Add @composeDirective(name: "@personal"), or the supergraph loses every mark.';
  return [{ rule: 'personal-not-composed', coordinate: subgraph.name, message }];
}

/**
 * Types that tell of one person: Person itself, records with an edge to a person, and value types that nothing but
 * such a record leads to.
 */
export function personalTypes(subgraph: Subgraph): ReadonlySet<string> {
  const hosts = hostsByTarget(subgraph);
  const found = new Set(['Person', ...(hosts.get('Person') ?? [])]);
  const valueTypes = [...hosts.keys()].filter((name) => isValueType(name, subgraph));
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const name of valueTypes) {
      if (hosts.get(name)?.every((host) => found.has(host))) found.add(name);
    }
  }
  return found;
}

function hostsByTarget({ members }: Subgraph): ReadonlyMap<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const field of [...members.values()].filter(isOutputField)) {
    if (field.type)
      hosts.set(namedType(field.type), [...(hosts.get(namedType(field.type)) ?? []), field.host]);
  }
  return hosts;
}

function filtersOver(types: ReadonlySet<string>, subgraph: Subgraph): ReadonlySet<string> {
  const filters = [...subgraph.members.values()].filter(
    ({ kind, name }) => kind === 'ARGUMENT' && name === 'filter',
  );
  const overPeople = filters.filter(({ coordinate }) => {
    const field = subgraph.members.get(coordinate.slice(0, coordinate.indexOf('(')));
    return field?.type && types.has(namedType(field.type).replace(/Connection$/, ''));
  });
  return new Set(overPeople.flatMap(({ type }) => (type ? [namedType(type)] : [])));
}

function isOutputField({ kind, host }: Member): boolean {
  return (
    kind === 'FIELD' &&
    !isPage(host) &&
    !ANONYMOUS_TYPES.includes(host) &&
    !['Query', 'Mutation'].includes(host)
  );
}

function isPage(typeName: string): boolean {
  return typeName.endsWith('Connection') || typeName.endsWith('Edge');
}

function isValueType(name: string, subgraph: Subgraph): boolean {
  const definition = subgraph.definitions.get(name);
  if (!isObject(definition) || isEntity(definition) || name in ENTITY_OWNERS) return false;
  return !hasDirective(definition, 'shareable') && !hasDirective(definition, 'external') && !isPage(name);
}
