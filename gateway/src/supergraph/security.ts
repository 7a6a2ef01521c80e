import { type DocumentNode, visit } from 'graphql';
import { argumentOf } from './directive';
import { SupergraphError } from './supergraph-error';

const FEATURES = ['authenticated', 'requiresScopes', 'policy'] as const;

/** Enforced by every engine itself: what is inaccessible is not in the API schema. */
const ENFORCED_BY_ENGINES = 'https://specs.apollo.dev/inaccessible/v0.';

/** A federation feature that restricts who may read a field. */
export type SecurityFeature = (typeof FEATURES)[number];

/**
 * Takes `for: SECURITY` off the links of known security features, in memory only: the reference engine refuses every
 * supergraph that has one. A feature that is not known here stays a reason to refuse, since serving it unenforced
 * would open what its author closed.
 */
export function withoutSecurityPurpose(document: DocumentNode): {
  readonly document: DocumentNode;
  readonly features: readonly SecurityFeature[];
} {
  const features: SecurityFeature[] = [];
  const loadable = visit(document, {
    Directive(node) {
      if (node.name.value !== 'link' || argumentOf(node, 'for') !== 'SECURITY') return undefined;
      const url = argumentOf(node, 'url') ?? '';
      if (url.startsWith(ENFORCED_BY_ENGINES)) return undefined;
      const feature = FEATURES.find((name) => url.startsWith(`https://specs.apollo.dev/${name}/v0.`));
      if (!feature) {
        throw new SupergraphError(
          `its security feature ${url || '(without a url)'} is not one this gateway can enforce`,
        );
      }
      features.push(feature);
      return { ...node, arguments: node.arguments?.filter(({ name }) => name.value !== 'for') ?? [] };
    },
  });
  return { document: loadable, features };
}
