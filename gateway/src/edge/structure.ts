import { tooComplex } from '@simpul/kit/http/linear-limits';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

const SPLIT = 'Split it into several operations.';

/** What a document may hold, wherever it stands in it. */
const COUNTED = {
  OperationDefinition: { limit: 'operations of a document', most: 10, remedy: SPLIT },
  FragmentDefinition: { limit: 'fragments of a document', most: 50, remedy: SPLIT },
  VariableDefinition: {
    limit: 'variables of a document',
    most: 50,
    remedy: 'Put them together in inputs and lists.',
  },
  Directive: { limit: 'directives of a document', most: 30, remedy: 'Leave out what you would skip.' },
  Alias: { limit: 'aliases of a document', most: 30, remedy: 'Ask for a list, or split the operation.' },
} as const;

const ROOT_FIELDS = { limit: 'fields at the root', most: 20, remedy: SPLIT };
const DEPTH = {
  limit: 'depth of fields',
  most: 15,
  remedy: 'Ask for fewer levels, and go on from their ids.',
};
const SELECTIONS = { limit: 'selections, each fragment counted where it is used', most: 5000, remedy: SPLIT };
/** Validation compares each of them with each other. */
const REPEATS = { limit: 'repetitions of a field at one place', most: 50, remedy: 'Name each field once.' };

interface Limit {
  readonly limit: string;
  readonly most: number;
  readonly remedy: string;
}

/** Refuses a parsed document that would keep validation, planning or execution too busy; knows no schema. */
export function assertBoundedStructure(document: DocumentNode): void {
  assertCounts(document);
  const fragments = fragmentsOf(document);
  const walk = new Walk(fragments);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) walk.operation(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) walk.fragment(definition);
  }
}

/** The fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
}

function assertCounts(document: DocumentNode): void {
  const counts = new Map<Limit, number>();
  const count = (limit: Limit): void => {
    const counted = (counts.get(limit) ?? 0) + 1;
    counts.set(limit, counted);
    assertWithin(limit, counted);
  };
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) count(COUNTED.Alias);
      else if (node.kind !== Kind.FIELD && node.kind in COUNTED)
        count(COUNTED[node.kind as keyof typeof COUNTED]);
    },
  });
}

function assertWithin({ limit, most, remedy }: Limit, counted: number): void {
  if (counted > most) throw tooComplex(limit, most, remedy);
}

/** A place in an answer, with how many fields of the document lead to it. */
interface Place {
  count: number;
  readonly fields: Map<string, Place>;
}

class Walk {
  private selections = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  operation({ selectionSet }: OperationDefinitionNode): void {
    const root: Place = { count: 1, fields: new Map() };
    this.into(selectionSet, root, 1, []);
    assertWithin(
      ROOT_FIELDS,
      [...root.fields.values()].reduce((sum, { count }) => sum + count, 0),
    );
  }

  /** Also for itself, since validation looks at one that nothing uses, too. */
  fragment({ selectionSet, name }: FragmentDefinitionNode): void {
    this.into(selectionSet, { count: 1, fields: new Map() }, 1, [name.value]);
  }

  private into(
    { selections }: SelectionSetNode,
    place: Place,
    depth: number,
    within: readonly string[],
  ): void {
    assertWithin(DEPTH, depth);
    for (const selection of selections) {
      this.selections += 1;
      assertWithin(SELECTIONS, this.selections);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.into(selection.selectionSet, place, depth, within);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = this.fragments.get(name);
        // Validation refuses circles; here they only must not become endless.
        if (fragment && !within.includes(name))
          this.into(fragment.selectionSet, place, depth, [...within, name]);
      } else {
        const next = stepInto(place, (selection.alias ?? selection.name).value);
        if (selection.selectionSet) this.into(selection.selectionSet, next, depth + 1, within);
      }
    }
  }
}

function stepInto({ fields }: Place, name: string): Place {
  const next = fields.get(name) ?? { count: 0, fields: new Map() };
  next.count += 1;
  assertWithin(REPEATS, next.count);
  fields.set(name, next);
  return next;
}
