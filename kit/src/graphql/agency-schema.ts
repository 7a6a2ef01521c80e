import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { type ClassType, buildSchema, createResolversMap } from 'type-graphql';
import type { RequestContext } from '../context/context';
import { SimpulError } from '../errors/errors';
import { isAnonymous } from '../identity/identity';
import { PERSONAL_DIRECTIVE, PERSONAL_ENUMS, ROOT_DESCRIPTIONS, SCHEMA_LINKS } from './federation-sdl';
import { guardSchema } from './guard/guard';
import type { PeopleOf } from './guard/people';
import { type ReportersOf, recordReports } from './guard/reports';
import { withSize } from './list-size';
import { sortDocument } from './sort-document';

/** Resolves a reference that another agency's plan hands over; null when there is no such record. */
export type ReferenceResolver = (
  reference: Record<string, unknown>,
  ctx: RequestContext,
) => Promise<object | null> | object | null;

/** The parts of an agency's schema, listed by hand: nothing is found by scanning. */
export interface SchemaParts {
  readonly resolvers: readonly ClassType[];
  /** Types that no root field reaches, key stubs of other agencies' entities above all; unlisted ones would vanish silently. */
  readonly orphanedTypes: readonly ClassType[];
  /** One per resolvable entity. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  /** Whom objects are about, for every type with personal fields that more than such an object leads to. */
  readonly people: PeopleOf;
  /** Whose reports objects are, where employers make any to the agency. */
  readonly reporters?: ReportersOf;
}

/** An agency's executable schema and the SDL it publishes for composition. */
export interface AgencySchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/** Builds a Federation 2 subgraph from type-graphql classes. */
export async function buildAgencySchema(parts: SchemaParts): Promise<AgencySchema> {
  const [first, ...others] = parts.resolvers;
  if (!first) throw new Error('An agency needs at least one resolver class.');
  const classes = await buildSchema({
    resolvers: [first, ...others],
    orphanedTypes: [...parts.orphanedTypes],
    validate: false,
    skipCheck: true, // federation directives are unknown until buildSubgraphSchema adds them
  });
  const typeDefs = publishedDocument(classes);
  const resolvers = createResolversMap(classes) as Record<string, Record<string, unknown>>;
  for (const [typeName, resolve] of Object.entries(parts.references)) {
    if (!classes.getType(typeName))
      throw new Error(`References name ${typeName}, which is not in the schema: list it in orphanedTypes.`);
    resolvers[typeName] = { ...resolvers[typeName], __resolveReference: extensible(resolve) };
  }
  const { Mutation: mutations } = resolvers;
  if (mutations) resolvers['Mutation'] = identifiedOnly(mutations);
  assertEveryKeyResolves(typeDefs, parts.references);
  const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
  guardSchema(schema, parts.people);
  recordReports(schema, parts.reporters ?? {});
  return {
    schema,
    sdl: `${print(typeDefs)}\n`,
  };
}

function publishedDocument(classes: GraphQLSchema): DocumentNode {
  const own = getDocumentNodeFromSchema(classes)
    .definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION && kind !== Kind.DIRECTIVE_DEFINITION)
    .map(describeRoot);
  const missing = parse(PERSONAL_ENUMS).definitions.filter(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && !classes.getType(node.name.value),
  );
  const head = parse(SCHEMA_LINKS + PERSONAL_DIRECTIVE).definitions;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...head, ...missing, ...own] };
  return sortDocument(
    visit(document, { Directive: { leave: correctArguments }, FieldDefinition: { leave: withSize } }),
  );
}

/** The printer of directives knows neither the enums of @personal nor that weights are numbers; it writes strings. */
function correctArguments(node: DirectiveNode): DirectiveNode | undefined {
  if (node.name.value !== 'personal') return undefined;
  const given = node.arguments?.map((argument) =>
    argument.value.kind === Kind.STRING
      ? { ...argument, value: { kind: Kind.ENUM, value: argument.value.value } as const }
      : argument,
  );
  return { ...node, arguments: given ?? [] };
}

function describeRoot(node: DefinitionNode): DefinitionNode {
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return node;
  const value = ROOT_DESCRIPTIONS[node.name.value];
  return value === undefined ? node : { ...node, description: { kind: Kind.STRING, value } };
}

/** @apollo/subgraph defines `__typename` on what a reference resolver returns, which a frozen object refuses. */
function extensible(resolve: ReferenceResolver): ReferenceResolver {
  return async (reference, ctx) => {
    const entity = await resolve(reference, ctx);
    if (entity === null || Object.isExtensible(entity)) return entity;
    return Object.assign(Object.create(Object.getPrototypeOf(entity) as object) as object, entity);
  };
}

/** Whoever came without a credential may read what is public and change nothing, whatever the agency offers. */
function identifiedOnly(mutations: Record<string, unknown>): Record<string, unknown> {
  const guard =
    (resolve: GraphQLFieldResolver<unknown, RequestContext>): typeof resolve =>
    (source, input, ctx, info) => {
      if (!isAnonymous(ctx.identity)) return resolve(source, input, ctx, info);
      throw new SimpulError('UNAUTHENTICATED', 'Changes need an identity. Sign in and send the token along.');
    };
  return Object.fromEntries(
    Object.entries(mutations).map(([field, resolve]) => [
      field,
      guard(resolve as GraphQLFieldResolver<unknown, RequestContext>),
    ]),
  );
}

function assertEveryKeyResolves(document: DocumentNode, references: SchemaParts['references']): void {
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const resolvable = node.directives?.some(
      ({ name, arguments: given }) =>
        name.value === 'key' && !given?.some(({ name: key }) => key.value === 'resolvable'),
    );
    if (resolvable && !(node.name.value in references)) {
      throw new Error(`${node.name.value} has a resolvable key but no reference resolver.`);
    }
  }
}
