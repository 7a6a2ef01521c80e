import { print } from 'graphql';
import { Finding } from './finding';
import { personalTypes } from './personal';
import { Scope } from './scope';
import { hasDirective, isEntity, isList, isRoot, Member, namedType, Subgraph } from './subgraph';

const ARGUMENTS: Record<string, string> = { first: 'Int = 20', after: 'String' };

/**
 * Lists that grow are connections with `first` and `after`. A type grows when some subgraph pages it, and every
 * entity grows at the root. A person's own records are few and stay plain lists, as do the lists in `agreed`.
 */
export function checkPagination({ subgraph, all, agreed }: Scope): Finding[] {
  const connections = [...subgraph.definitions.keys()].filter(isConnection);
  const growing = new Set(
    all.flatMap(({ definitions }) => [...definitions.keys()].filter(isConnection).map(rowOf)),
  );
  const ofPerson = personalTypes(subgraph);
  const fields = [...subgraph.members.values()].filter(({ kind }) => kind === 'FIELD');
  const hosts = fields.filter(
    ({ host, coordinate }) => !ofPerson.has(host) && !agreed?.members.has(coordinate),
  );
  return [
    ...connections.flatMap((name) => shapeFaults(name, subgraph)),
    ...fields.flatMap((field) => argumentFaults(field, subgraph)),
    ...hosts.flatMap((field) => growthFaults(field, subgraph, growing)),
  ];
}

function isConnection(typeName: string): boolean {
  return typeName.endsWith('Connection');
}

function rowOf(connection: string): string {
  return connection.replace(/Connection$/, '');
}

function shapeFaults(connection: string, subgraph: Subgraph): Finding[] {
  const row = rowOf(connection);
  const expected = {
    [`${connection}.edges`]: `[${row}Edge!]!`,
    [`${connection}.nodes`]: `[${row}!]!`,
    [`${connection}.pageInfo`]: 'PageInfo!',
    [`${connection}.totalCount`]: 'Int',
    [`${row}Edge.cursor`]: 'String!',
    [`${row}Edge.node`]: `${row}!`,
  };
  return Object.entries(expected).flatMap(([coordinate, type]) => {
    const actual = subgraph.members.get(coordinate)?.type;
    if (actual && print(actual) === type) return [];
    return [{ rule: 'connection-shape', coordinate, message: `Declare it as ${type}.` }];
  });
}

function argumentFaults(field: Member, subgraph: Subgraph): Finding[] {
  const paged = field.type !== null && isConnection(namedType(field.type));
  return Object.entries(ARGUMENTS).flatMap(([name, expected]) => {
    const coordinate = `${field.coordinate}(${name}:)`;
    const argument = subgraph.members.get(coordinate);
    if (!paged && argument) {
      return [
        { rule: 'page-is-a-connection', coordinate, message: 'Return a connection, or drop the argument.' },
      ];
    }
    if (!paged || signature(argument) === expected) return [];
    return [{ rule: 'connection-arguments', coordinate, message: `Declare ${name}: ${expected}.` }];
  });
}

function growthFaults(field: Member, subgraph: Subgraph, growing: ReadonlySet<string>): Finding[] {
  if (!field.type || !isList(field.type) || hasDirective(field, 'external')) return [];
  if (isConnection(field.host)) return [];
  const row = namedType(field.type);
  const entityAtRoot = isRoot(field.host) && isEntity(subgraph.definitions.get(row));
  if (!growing.has(row) && !entityAtRoot) return [];
  const message = `Return ${row}Connection: this list grows with the data.`;
  return [{ rule: 'growing-list', coordinate: field.coordinate, message }];
}

function signature(argument: Member | undefined): string | null {
  if (!argument?.type) return null;
  const type = print(argument.type);
  return argument.defaultValue === null ? type : `${type} = ${argument.defaultValue}`;
}
