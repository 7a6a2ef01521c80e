import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  execute,
  getNamedType,
  getOperationAST,
  isListType,
  isNonNullType,
  responsePathAsArray,
} from 'graphql';
import type { Engine, EngineRequest, EngineResult } from '../engine/engine';
import { AnswerError } from '../responses/answer-error';
import { type Pruned, Pruner, type Withheld } from './pruner';
import type { Rule } from './rule';
import { withheldAccess } from './withheld-access';

/** An engine that asks nobody for what a rule refuses the caller, and answers null with an error for it. */
export function withholding(rule: Rule, engine: Engine): Engine {
  const pruner = new Pruner(engine.schema, rule);
  return {
    schema: engine.schema,
    supergraphSdl: engine.supergraphSdl,
    async execute(request) {
      const { withheld, ...remains } = pruner.prune(request);
      if (withheld.size === 0) return engine.execute(request);
      const operation = getOperationAST(remains.document, request.operationName) ?? request.operation;
      const result = await engine.execute({ ...request, ...remains, operation });
      request.explanation?.addAll(withheldAccess(rule, request, withheld));
      return completed(engine.schema, request, withheld, result);
    },
    close: () => engine.close(),
  };
}

/** Thrown where a selection was taken out, so that the null spreads from there. */
class Absent extends Error {
  constructor(readonly withheld: Withheld) {
    super(`${refusedIn(withheld)} ${withheld.refusal.reason}`);
  }
}

function refusedIn({ coordinate, refusal }: Withheld): string {
  return refusal.coordinate ?? coordinate;
}

/** Executes the whole operation over the answer to what remained of it, so that nulls spread as GraphQL demands. */
async function completed(
  schema: GraphQLSchema,
  { document, operationName, variables }: EngineRequest,
  withheld: Pruned['withheld'],
  { data, errors }: EngineResult,
): Promise<EngineResult> {
  if (data === null) return { data, errors };
  const emptied: GraphQLError[] = [];
  // The engine answers null for whatever it was asked and did not get, so that only what was taken out is absent.
  const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = (
    source,
    _args,
    _context,
    info,
  ) => {
    const { key } = info.path;
    if (source === EMPTY_PAGE) return onEmptyPage(info.fieldName);
    if (Object.hasOwn(source, key)) return source[key];
    const found = info.fieldNodes.map((node) => withheld.get(node)).find((one) => one !== undefined);
    if (found === undefined)
      throw new TypeError(`the answer lacks ${info.parentType.name}.${info.fieldName}`);
    const absent = new Absent(found);
    const empty = emptyOf(info.returnType);
    if (empty === null) throw absent;
    emptied.push(
      new GraphQLError(absent.message, { path: responsePathAsArray(info.path), originalError: absent }),
    );
    return empty;
  };
  const result = await execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    rootValue: data,
    fieldResolver,
  });
  const refused = oncePerCoordinate([...emptied, ...(result.errors ?? [])]);
  return { data: result.data ?? null, errors: [...errors, ...refused] };
}

/** Stands in for a page that may not be null: null would take the whole row that it belongs to. */
const EMPTY_PAGE: Record<string, unknown> = Object.freeze({});

/** What stands for a list or a page that may not be null; null where null may stand, or nothing can. */
function emptyOf(type: GraphQLOutputType): object | null {
  if (!isNonNullType(type)) return null;
  if (isListType(type.ofType)) return [];
  return getNamedType(type).name.endsWith('Connection') ? EMPTY_PAGE : null;
}

function onEmptyPage(field: string): unknown {
  if (field === 'edges' || field === 'nodes') return [];
  if (field === 'pageInfo') return EMPTY_PAGE;
  return field === 'hasNextPage' || field === 'hasPreviousPage' ? false : null;
}

/** Errors of the same coordinate become one, with the path of the first and the number of all. */
function oncePerCoordinate(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const groups = new Map<string, { readonly first: GraphQLError; readonly absent: Absent; count: number }>();
  const others: GraphQLError[] = [];
  for (const error of errors) {
    const absent = error.originalError;
    if (!(absent instanceof Absent)) {
      others.push(error);
      continue;
    }
    const key = `${absent.withheld.refusal.code} ${refusedIn(absent.withheld)}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { first: error, absent, count: 1 });
  }
  const refusals = [...groups.values()].map(({ first: { message, path }, absent, count }) => {
    const { code, purposes, coordinate } = absent.withheld.refusal;
    const named = coordinate === undefined ? {} : { coordinate };
    return new AnswerError(message, path, { code, count, ...named, ...(purposes ? { purposes } : {}) });
  });
  return [...refusals, ...others];
}
