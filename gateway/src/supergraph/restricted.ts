import { createHash } from 'node:crypto';
import type { ErrorCode } from '@simpul/schema/contract/errors';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  TypeInfo,
  execute,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Engine, EngineRequest, EngineResult } from '../engine/engine';
import { AnswerError } from '../responses/answer-error';

/** The coordinates of a supergraph that only callers with an identity may read. */
export interface Restricted {
  readonly types: ReadonlySet<string>;
  /** As `Type.field`. */
  readonly fields: ReadonlySet<string>;
}

/** What remains of a document without what is restricted, and the coordinate of each selection that was taken out. */
interface Pruned extends Pick<EngineRequest, 'document' | 'source' | 'sourceHash'> {
  readonly withheld: ReadonlyMap<FieldNode, string>;
}

/** Finds the types and fields that have one of these directives. */
export function restrictedBy(directives: ReadonlySet<string>, { definitions }: DocumentNode): Restricted {
  const isMarked = (node: { readonly directives?: readonly DirectiveNode[] | undefined }): boolean =>
    node.directives?.some(({ name }) => directives.has(name.value)) ?? false;
  const types = definitions.filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node));
  const fields = types.flatMap((type) =>
    'fields' in type ? (type.fields ?? []).map((field) => ({ type, field })) : [],
  );
  return {
    types: new Set(types.filter(isMarked).map(({ name }) => name.value)),
    fields: new Set(
      fields
        .filter(({ field }) => isMarked(field))
        .map(({ type, field }) => `${type.name.value}.${field.name.value}`),
    ),
  };
}

/**
 * An engine that asks nobody for what is restricted and answers null with an error for it: no caller has an identity
 * yet.
 */
export function withholding(restricted: Restricted, engine: Engine): Engine {
  if (restricted.types.size === 0 && restricted.fields.size === 0) return engine;
  const pruner = new Pruner(engine.schema, restricted);
  return {
    schema: engine.schema,
    supergraphSdl: engine.supergraphSdl,
    async execute(request) {
      const { withheld, ...remains } = pruner.prune(request.document);
      if (withheld.size === 0) return engine.execute(request);
      const operation = getOperationAST(remains.document, request.operationName) ?? request.operation;
      const result = await engine.execute({ ...request, ...remains, operation });
      return completed(engine.schema, request, withheld, result);
    },
    close: () => engine.close(),
  };
}

class Pruner {
  private readonly known = new WeakMap<DocumentNode, Pruned>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly restricted: Restricted,
  ) {}

  prune(document: DocumentNode): Pruned {
    const known = this.known.get(document);
    if (known) return known;
    const types = new TypeInfo(this.schema);
    const withheld = new Map<FieldNode, string>();
    const pruned = visit(
      document,
      visitWithTypeInfo(types, {
        Field: (node) => {
          const parent = types.getParentType();
          const field = types.getFieldDef();
          if (!parent || !field || !this.isRestricted(parent, field)) return undefined;
          withheld.set(node, `${parent.name}.${field.name}`);
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
    const source = print(pruned);
    const sourceHash = createHash('sha256').update(source).digest('hex');
    const result = { document: pruned, source, sourceHash, withheld };
    this.known.set(document, result);
    return result;
  }

  /** A field of an abstract type is as restricted as that of any type that may stand behind it. */
  private isRestricted(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): boolean {
    if (field.name.startsWith('__')) return false;
    const { types, fields } = this.restricted;
    const owners = isAbstractType(parent) ? [parent, ...this.schema.getPossibleTypes(parent)] : [parent];
    return (
      types.has(getNamedType(field.type).name) ||
      owners.some(({ name }) => types.has(name) || fields.has(`${name}.${field.name}`))
    );
  }
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const REFUSED: ErrorCode = 'UNAUTHENTICATED';

class Withheld extends Error {
  constructor(readonly coordinate: string) {
    super(`${coordinate} needs an identity, and no valid one came with the request.`);
  }
}

/** Executes the whole operation over the answer to what remained of it, so that nulls spread as GraphQL demands. */
async function completed(
  schema: GraphQLSchema,
  { document, operationName, variables }: EngineRequest,
  withheld: Pruned['withheld'],
  { data, errors }: EngineResult,
): Promise<EngineResult> {
  if (data === null) return { data, errors };
  // The engine answers null for whatever it was asked and did not get, so that only what was taken out is absent.
  const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = (
    source,
    _args,
    _context,
    info,
  ) => {
    const { key } = info.path;
    if (Object.hasOwn(source, key)) return source[key];
    const coordinates = info.fieldNodes.map((node) => withheld.get(node));
    throw new Withheld(
      coordinates.find((name) => name !== undefined) ?? `${info.parentType.name}.${info.fieldName}`,
    );
  };
  const result = await execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    rootValue: data,
    fieldResolver,
  });
  return { data: result.data ?? null, errors: [...errors, ...oncePerCoordinate(result.errors ?? [])] };
}

/** Errors of the same coordinate become one, with the path of the first and the number of all. */
function oncePerCoordinate(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const groups = new Map<string, { readonly first: GraphQLError; count: number }>();
  const others: GraphQLError[] = [];
  for (const error of errors) {
    if (!(error.originalError instanceof Withheld)) {
      others.push(error);
      continue;
    }
    const { coordinate } = error.originalError;
    const group = groups.get(coordinate);
    if (group) group.count += 1;
    else groups.set(coordinate, { first: error, count: 1 });
  }
  const refusals = [...groups.values()].map(
    ({ first: { message, path }, count }) => new AnswerError(message, path, { code: REFUSED, count }),
  );
  return [...refusals, ...others];
}
