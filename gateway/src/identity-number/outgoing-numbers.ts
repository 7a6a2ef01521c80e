import type { ErrorCode } from '@simpul/schema/contract/errors';
import { NIK_REVEALED, containsNik, withoutNik } from '@simpul/schema/contract/nik';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { EngineResult } from '../engine/engine';
import { AnswerError, type Path } from '../responses/answer-error';

const REDACTED: ErrorCode = 'REDACTED';
const SIXTEEN_DIGITS = 1e15;

/** A field of an answer: how it is declared, and what was asked of it. */
interface Place {
  readonly coordinate: string;
  readonly type: GraphQLOutputType | undefined;
  readonly selections: readonly SelectionSetNode[];
}

/** A null that its own place may not hold. */
const SPREADS = Symbol('null where the schema allows none');

/** Whether any text of a value, or number, is or holds a population number. */
export function holdsNik(value: unknown): boolean {
  if (typeof value === 'string') return containsNik(value);
  if (typeof value === 'number') return Math.abs(value) >= SIXTEEN_DIGITS && containsNik(String(value));
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsNik);
  for (const key in value) if (holdsNik((value as Record<string, unknown>)[key])) return true;
  return false;
}

/** The same value with every text in it printed without population numbers; for errors, which have no schema. */
export function printable(value: unknown): unknown {
  if (typeof value === 'string') return withoutNik(value);
  if (typeof value === 'number') return holdsNik(value) ? withoutNik(String(value)) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(printable);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [withoutNik(key), printable(inner)]));
}

/**
 * Nulls every value of an answer that holds a population number, whichever agency sent it and whichever engine asked,
 * with one error per coordinate. The one field whose business a number is, is let through.
 */
export function withoutNumbers(
  schema: GraphQLSchema,
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  { data, errors }: EngineResult,
): EngineResult {
  if (!holdsNik(data)) return { data, errors };
  const redaction = new Redaction(schema, document);
  const root = redaction.object(
    data,
    {
      coordinate: '',
      type: schema.getRootType(operation.operation) ?? undefined,
      selections: [operation.selectionSet],
    },
    [],
  );
  return {
    data: root === SPREADS ? null : (root as EngineResult['data']),
    errors: [...errors, ...redaction.errors()],
  };
}

/** One pass over one answer. Where the type of an object is not told, any that the document names says as much about nulls. */
class Redaction {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly found = new Map<string, { readonly path: Path; count: number }>();

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
  ) {
    const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((node) => [node.name.value, node]));
  }

  errors(): readonly GraphQLError[] {
    return [...this.found].map(([coordinate, { path, count }]) => {
      const message = `${coordinate} holds digits that form a population number (NIK); the value is withheld.`;
      return new AnswerError(message, path, { code: REDACTED, count });
    });
  }

  object(value: unknown, { type, selections }: Place, path: Path): unknown {
    const fields = this.fieldsOf(type, selections, value);
    const entries = Object.entries(value as object).map(([key, inner]) => {
      const place = fields.get(key) ?? { coordinate: key, type: undefined, selections: [] };
      return [key, this.complete(inner, place, [...path, key])] as const;
    });
    return entries.some(([, inner]) => inner === SPREADS) ? null : Object.fromEntries(entries);
  }

  private complete(value: unknown, place: Place, path: Path): unknown {
    const { type } = place;
    if (isNonNullType(type)) {
      const inner = this.complete(value, { ...place, type: type.ofType }, path);
      return inner === null && value !== null ? SPREADS : inner;
    }
    if (Array.isArray(value)) {
      const item = { ...place, type: isListType(type) ? (type.ofType as GraphQLOutputType) : undefined };
      const items = value.map((one, index) => this.complete(one, item, [...path, index]));
      return items.includes(SPREADS) ? null : items;
    }
    if (typeof value === 'object' && value !== null && isCompositeType(type))
      return this.object(value, place, path);
    if (place.coordinate === NIK_REVEALED || !holdsNik(value)) return value;
    const known = this.found.get(place.coordinate);
    if (known) known.count += 1;
    else this.found.set(place.coordinate, { path, count: 1 });
    return null;
  }

  /** The fields of an object by the names they have in the answer. */
  private fieldsOf(
    type: GraphQLOutputType | undefined,
    selections: readonly SelectionSetNode[],
    value: unknown,
  ): ReadonlyMap<string, Place> {
    const told = this.schema.getType(String((value as { __typename?: unknown }).__typename));
    const fields = new Map<string, Place>();
    const take = (node: FieldNode, parent: GraphQLOutputType | undefined): void => {
      const owner = isObjectType(told) ? told : parent;
      const field =
        isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[node.name.value] : undefined;
      const key = node.alias?.value ?? node.name.value;
      const known = fields.get(key);
      const below = node.selectionSet ? [node.selectionSet] : [];
      const own = {
        coordinate: `${(owner as GraphQLObjectType | undefined)?.name ?? ''}.${node.name.value}`,
      };
      fields.set(key, {
        ...(known?.type ? known : { ...own, type: field?.type }),
        selections: [...(known?.selections ?? []), ...below],
      });
    };
    const walk = (set: SelectionSetNode, parent: GraphQLOutputType | undefined): void => {
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD) {
          take(node, parent);
          continue;
        }
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
        const condition = fragment?.typeCondition?.name.value;
        const narrowed =
          condition === undefined ? parent : (this.schema.getType(condition) as GraphQLOutputType);
        if (fragment && (!isObjectType(told) || !isObjectType(narrowed) || narrowed === told))
          walk(fragment.selectionSet, narrowed);
      }
    };
    for (const set of selections) walk(set, type);
    return fields;
  }
}
