import { PERSONAL_DATA_CATEGORIES } from '@simpul/schema/contract/bundle';
import { MASKS, type Mask } from '@simpul/schema/contract/masks';
import { type ConstDirectiveNode, Kind } from 'graphql';
import type { PersonalField } from '../../policy/access-rules';

/** A field or filter that is marked `@personal`. */
export interface PersonalMark extends PersonalField {
  /** The form it takes when policy answers mask. */
  readonly mask: Mask;
  /** Whether it chooses rows instead of showing them. */
  readonly isFilter: boolean;
}

interface DefinitionNode {
  readonly kind: string;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Something of a schema that may be marked. */
interface Markable {
  readonly astNode?: DefinitionNode | null | undefined;
}

/** Reads `@personal`; null where nothing is marked. A mark that cannot be read is a fault of the schema. */
export function markOf(coordinate: string, { astNode }: Markable): PersonalMark | null {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'personal');
  if (!directive) return null;
  const given = new Map(
    directive.arguments?.map(({ name, value }) => [name.value, value.kind === Kind.ENUM ? value.value : '']),
  );
  const category = PERSONAL_DATA_CATEGORIES.find((known) => known === given.get('category'));
  const mask = MASKS.find((known) => known === (given.get('mask') ?? 'NONE'));
  if (category === undefined || mask === undefined)
    throw new Error(`@personal of ${coordinate} cannot be read.`);
  return { coordinate, category, mask, isFilter: astNode?.kind === Kind.INPUT_VALUE_DEFINITION };
}
