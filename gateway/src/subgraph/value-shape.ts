import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** The form of a value: what a supergraph's type says about it; `typename` is null where the type is abstract. */
export type ValueShape =
  | { readonly kind: 'nonNull' | 'list'; readonly of: ValueShape }
  | { readonly kind: 'object'; readonly selection: SelectionShape; readonly typename: string | null }
  | { readonly kind: 'leaf'; readonly fits: (value: unknown) => boolean }
  /** The supergraph does not know the field; if it has a selection, its objects are looked into all the same. */
  | { readonly kind: 'unknown'; readonly selection: SelectionShape | null };

/** A field that an answer should have. */
export interface FieldShape {
  readonly key: string;
  /** False where the field may rightly be missing, e.g. under `@skip`. */
  readonly required: boolean;
  readonly value: ValueShape;
}

/** What a selection set lets an object have. */
export interface SelectionShape {
  /** The fields of an object of this type; without a type, those that hold for every type. */
  fieldsOf(typename: string | null): readonly FieldShape[];
}

/** A selection set whose fragments apply by the object's type. */
export class TypedSelection implements SelectionShape {
  private readonly fields: FieldShape[] = [];
  private readonly fragments: { readonly on: string | null; readonly selection: SelectionShape }[] = [];
  private readonly byType = new Map<string | null, readonly FieldShape[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  addField(field: FieldShape): void {
    this.fields.push(field);
  }

  addFragment(on: string | null, selection: SelectionShape): void {
    this.fragments.push({ on, selection });
  }

  fieldsOf(typename: string | null): readonly FieldShape[] {
    const known = this.byType.get(typename);
    if (known) return known;
    const fitting = this.fragments.filter(({ on }) => on === null || this.isKindOf(typename, on));
    const fields = [...this.fields, ...fitting.flatMap(({ selection }) => selection.fieldsOf(typename))];
    this.byType.set(typename, fields);
    return fields;
  }

  private isKindOf(typename: string | null, on: string): boolean {
    if (typename === null || typename === on) return typename === on;
    const type = this.schema.getType(typename);
    const condition = this.schema.getType(on);
    if (!isAbstractType(condition) || !(isObjectType(type) || isInterfaceType(type))) return false;
    return this.schema.isSubType(condition, type);
  }
}

const INT_LIMIT = 2 ** 31;

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => typeof value === 'number',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= -INT_LIMIT && value < INT_LIMIT,
  String: (value) => typeof value === 'string',
};

const anything = (): boolean => true;

/** The form that a type gives to a value with this selection. */
export function valueShapeOf(type: GraphQLOutputType | null, selection: SelectionShape | null): ValueShape {
  if (type === null) return { kind: 'unknown', selection };
  if (isNonNullType(type)) return { kind: 'nonNull', of: valueShapeOf(type.ofType, selection) };
  if (isListType(type)) return { kind: 'list', of: valueShapeOf(type.ofType, selection) };
  if (selection !== null)
    return { kind: 'object', selection, typename: isObjectType(type) ? type.name : null };
  if (isEnumType(type)) {
    return { kind: 'leaf', fits: (value) => typeof value === 'string' && type.getValue(value) !== undefined };
  }
  return { kind: 'leaf', fits: isScalarType(type) ? (SCALARS[type.name] ?? anything) : anything };
}
