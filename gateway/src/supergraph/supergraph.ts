import { type DocumentNode, type EnumTypeDefinitionNode, Kind, parse, print } from 'graphql';
import { argumentOf } from './directive';
import { type Personal, personalOf } from './personal';
import { type Restricted, restrictedBy } from './restricted';
import { type SecurityFeature, withoutSecurityPurpose } from './security';
import { SupergraphError } from './supergraph-error';

/** A subgraph as the supergraph names it. */
export interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
}

/** A supergraph ready to be loaded by an engine. */
export interface Supergraph {
  readonly sdl: string;
  readonly subgraphs: readonly SubgraphAddress[];
  readonly securityFeatures: readonly SecurityFeature[];
  /** What the directives of these features are on. */
  readonly restricted: Restricted;
  readonly personal: Personal;
}

/** Reads a composed Federation 2 supergraph; refuses what no engine here can serve safely. */
export function readSupergraph(text: string): Supergraph {
  const document = parseSupergraph(text);
  const subgraphs = subgraphsOf(document);
  const { document: loadable, features, directives } = withoutSecurityPurpose(document);
  return {
    sdl: print(loadable),
    subgraphs,
    securityFeatures: features,
    restricted: restrictedBy(directives, document),
    personal: personalOf(document),
  };
}

function parseSupergraph(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw new SupergraphError(`it is not GraphQL: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

function subgraphsOf(document: DocumentNode): SubgraphAddress[] {
  const graphs = document.definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  const subgraphs = (graphs?.values ?? []).flatMap(({ directives = [] }) =>
    directives
      .filter(({ name }) => name.value === 'join__graph')
      .map((graph) => ({ name: argumentOf(graph, 'name') ?? '', url: argumentOf(graph, 'url') ?? '' })),
  );
  if (subgraphs.length === 0) {
    throw new SupergraphError(
      'it has no join__Graph: compose the subgraphs first, a subgraph alone is not a supergraph',
    );
  }
  return subgraphs;
}
