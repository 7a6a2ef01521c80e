import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import { argumentOf } from './directive';
import { SupergraphError } from './supergraph-error';

const FEATURES = ['authenticated', 'requiresScopes', 'policy'] as const;

/** Enforced by every engine itself: what is inaccessible is not in the API schema. */
const ENFORCED_BY_ENGINES = 'https://specs.apollo.dev/inaccessible/v0.';

/** A federation feature that restricts who may read a field. */
export type SecurityFeature = (typeof FEATURES)[number];

/** A supergraph that the reference engine loads, and the security features that it relied on. */
export interface Secured {
  readonly document: DocumentNode;
  readonly features: readonly SecurityFeature[];
  /** The names that the supergraph gives to the directives of these features. */
  readonly directives: ReadonlySet<string>;
}

/**
 * Takes `for: SECURITY` off the links of known security features, in memory only: the reference engine refuses every
 * supergraph that has one. A feature that is not known here stays a reason to refuse, since serving it unenforced
 * would open what its author closed.
 */
export function withoutSecurityPurpose(document: DocumentNode): Secured {
  const features: SecurityFeature[] = [];
  const directives = new Set<string>();
  const loadable = visit(document, {
    Directive(node) {
      if (node.name.value !== 'link') return undefined;
      const url = argumentOf(node, 'url') ?? '';
      const feature = FEATURES.find((name) => url.startsWith(`https://specs.apollo.dev/${name}/v0.`));
      if (feature) {
        features.push(feature);
        directives.add(nameGiven(node, feature));
      }
      if (argumentOf(node, 'for') !== 'SECURITY' || url.startsWith(ENFORCED_BY_ENGINES)) return undefined;
      if (!feature) {
        throw new SupergraphError(
          `its security feature ${url || '(without a url)'} is not one this gateway can enforce`,
        );
      }
      return { ...node, arguments: node.arguments?.filter(({ name }) => name.value !== 'for') ?? [] };
    },
  });
  return { document: loadable, features, directives };
}

/** A link may rename a directive when it imports it, or a whole feature. */
function nameGiven(link: DirectiveNode, feature: SecurityFeature): string {
  const imports = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  for (const item of imports?.kind === Kind.LIST ? imports.values : []) {
    if (item.kind !== Kind.OBJECT) continue;
    const texts = item.fields.map(
      ({ name, value }) => [name.value, value.kind === Kind.STRING ? value.value : null] as const,
    );
    const { name, as } = Object.fromEntries(texts);
    if (name === `@${feature}` && as) return as.slice(1);
  }
  return argumentOf(link, 'as') ?? feature;
}
