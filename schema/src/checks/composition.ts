import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import {
  composeServices as composeAgain,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import {
  buildASTSchema,
  GraphQLSchema,
  isSpecifiedDirective,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { Finding } from './finding';
import { SubgraphSdl } from './subgraph';

/** What the gateway loads and what its clients see, with the hints of the composer. */
export interface Composition {
  supergraph: string;
  api: string;
  findings: Finding[];
}

/** Hints below this rank only retell what the composer did. */
const TELLING_HINTS = ['WARN', 'INFO'];

/** Composes the subgraphs as the gateway's engine understands them; null when they contradict each other. */
export function compose(subgraphs: readonly SubgraphSdl[]): Composition | Finding[] {
  const composed = composeServices(subgraphs.map(toService));
  if (!composed.supergraphSdl) {
    return (composed.errors ?? []).map(({ message, extensions }) => ({
      rule: 'composition-error',
      coordinate: String(extensions['code']),
      message,
    }));
  }
  const hints = composed.hints
    .filter(({ definition }) => TELLING_HINTS.includes(definition.level.name))
    .map(({ definition, coordinate, message }) => ({
      rule: 'composition-hint',
      coordinate: coordinate ?? definition.code,
      message,
    }));
  const api = Supergraph.build(composed.supergraphSdl).apiSchema().toGraphQLJSSchema();
  return { supergraph: composed.supergraphSdl, api: clientView(api), findings: hints };
}

/** A second composer of another maker must come to the same client's view. */
export function crossCheck(subgraphs: readonly SubgraphSdl[], api: string): Finding[] {
  const composed = composeAgain(subgraphs.map(toService));
  if (!composed.supergraphSdl) {
    return (composed.errors ?? []).map(({ message }) => ({
      rule: 'cross-check',
      coordinate: 'supergraph',
      message: `The second composer refuses: ${message}`,
    }));
  }
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(composed.supergraphSdl)));
  const other = clientView(schema);
  if (other === api) return [];
  const coordinate = firstDifference(api, other);
  return [
    { rule: 'cross-check', coordinate, message: 'The two composers see different client schemas from here.' },
  ];
}

function toService({ name, sdl }: SubgraphSdl) {
  // The address is a placeholder: the gateway takes real ones from its configuration, so one supergraph serves all.
  return { name, url: `http://${name}:4001/graphql`, typeDefs: parse(sdl) };
}

function clientView(schema: GraphQLSchema): string {
  const config = schema.toConfig();
  const visible = new GraphQLSchema({
    ...config,
    directives: config.directives.filter(isSpecifiedDirective),
  });
  return `${printSchema(lexicographicSortSchema(visible))}\n`;
}

function firstDifference(one: string, other: string): string {
  const others = other.split('\n');
  const line = one.split('\n').findIndex((text, index) => text !== others[index]);
  return `api.graphql:${line + 1}`;
}
