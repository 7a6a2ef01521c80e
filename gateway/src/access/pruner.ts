import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  TypeInfo,
  getNamedType,
  isAbstractType,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Caller } from '@simpul/kit/identity/internal-token';
import type { EngineRequest } from '../engine/engine';
import { type GivenByVariables, givenByArguments, givenByVariables } from './given-inputs';
import type { Refusal, Rule } from './rule';

/** A selection that was taken out: what it asked for, and why it does not get it. */
export interface Withheld {
  readonly coordinate: string;
  readonly refusal: Refusal;
}

/** What remains of a document for one set of decisions, and each selection that was taken out. */
export interface Pruned extends Pick<EngineRequest, 'document' | 'source' | 'sourceHash'> {
  readonly withheld: ReadonlyMap<FieldNode, Withheld>;
}

/** What remains of one document is kept for so many sets of decisions. */
const MOST_KEPT = 64;

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Takes out of documents what a rule refuses. What remains has a source of its own, and so a plan of its own. */
export class Pruner {
  private readonly known = new WeakMap<DocumentNode, Map<string, Pruned>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rule: Rule,
  ) {}

  prune({ document, operation, variables, caller }: EngineRequest): Pruned {
    const given = givenByVariables(this.schema, operation, variables);
    const key = JSON.stringify([this.rule.keyOf(caller), operation.name?.value, [...given]]);
    const kept = this.keptOf(document);
    const known = kept.get(key);
    if (known) return known;
    const pruned = this.pruned(document, caller, given);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, pruned);
    return pruned;
  }

  private keptOf(document: DocumentNode): Map<string, Pruned> {
    const kept = this.known.get(document) ?? new Map<string, Pruned>();
    this.known.set(document, kept);
    return kept;
  }

  private pruned(document: DocumentNode, caller: Caller, given: GivenByVariables): Pruned {
    const types = new TypeInfo(this.schema);
    const withheld = new Map<FieldNode, Withheld>();
    const remains = visit(
      document,
      visitWithTypeInfo(types, {
        Field: (node) => {
          const parent = types.getParentType();
          const field = types.getFieldDef();
          if (!parent || !field || field.name.startsWith('__')) return undefined;
          const inputs = givenByArguments(`${parent.name}.${field.name}`, field, node.arguments ?? [], given);
          const coordinates = [...this.coordinatesOf(parent, field), ...inputs];
          const refusal = this.refusalOf(coordinates, caller, getNamedType(field.type).name);
          if (refusal === null) return undefined;
          withheld.set(node, { coordinate: `${parent.name}.${field.name}`, refusal });
          return null;
        },
        SelectionSet: {
          // The answer is completed afterwards, for which the type of every object has to be known.
          leave: (node) =>
            node.selections.length === 0 || isAbstractType(types.getParentType())
              ? { ...node, selections: [...node.selections, TYPENAME] }
              : undefined,
        },
      }),
    );
    const source = print(remains);
    const sourceHash = createHash('sha256').update(source).digest('hex');
    return { document: remains, source, sourceHash, withheld };
  }

  private refusalOf(coordinates: readonly string[], caller: Caller, answer: string): Refusal | null {
    for (const coordinate of coordinates) {
      const refusal = this.rule.decide(coordinate, caller, answer);
      if (refusal !== null) return refusal;
    }
    return null;
  }

  /** A field of an abstract type is as restricted as that of any type that may stand behind it. */
  private coordinatesOf(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): string[] {
    const owners = isAbstractType(parent) ? [parent, ...this.schema.getPossibleTypes(parent)] : [parent];
    return [getNamedType(field.type).name, ...owners.flatMap(({ name }) => [name, `${name}.${field.name}`])];
  }
}
