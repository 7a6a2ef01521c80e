import type { InputProblem } from '@simpul/kit/errors/errors';
import { NIK_SCALAR, containsNik } from '@simpul/schema/contract/nik';
import {
  type ASTNode,
  type BooleanValueNode,
  type DocumentNode,
  type EnumValueNode,
  type FloatValueNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type IntValueNode,
  Kind,
  type OperationDefinitionNode,
  type StringValueNode,
  type TypeNode,
  TypeInfo,
  getNamedType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const MESSAGE = 'holds digits that form a population number (NIK).';
const REMEDY = `Leave the number out; only inputs of type ${NIK_SCALAR} carry one.`;

/** Smallest number with the sixteen digits of a NIK; JSON has no string there to look into. */
const SIXTEEN_DIGITS = 1e15;

/** Finds population numbers where a caller may not write them, and names the place and never the number. */
export class IncomingNumbers {
  private readonly known = new WeakMap<DocumentNode, readonly InputProblem[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Everything wrong with one operation: its document first, which is looked through once, then its variables. */
  problems(
    document: DocumentNode,
    { variableDefinitions = [] }: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): readonly InputProblem[] {
    const types = new Map(
      variableDefinitions.map(({ variable, type }) => [variable.name.value, inputTypeOf(this.schema, type)]),
    );
    const found = [...this.ofDocument(document)];
    for (const [name, value] of Object.entries(variables))
      found.push(...ofValue(value, types.get(name), [containsNik(name) ? '…' : name]));
    return found;
  }

  private ofDocument(document: DocumentNode): readonly InputProblem[] {
    const known = this.known.get(document);
    if (known) return known;
    const types = new TypeInfo(this.schema);
    const found: InputProblem[] = [];
    const look = (text: string, ancestors: readonly unknown[]): void => {
      const input = types.getInputType();
      if (input && getNamedType(input).name === NIK_SCALAR) {
        const message = `is of type ${NIK_SCALAR}, which does not stand in a document.`;
        found.push({ path: placeOf(ancestors), message, remedy: 'Send it as a variable.' });
      } else if (containsNik(text)) {
        found.push({ path: placeOf(ancestors), message: MESSAGE, remedy: REMEDY });
      }
    };
    visit(
      document,
      visitWithTypeInfo(types, {
        enter: (node, _key, parent, _path, ancestors) => {
          if (isLiteral(node)) look(String(node.value), [...ancestors, parent]);
          if (node.kind === Kind.NAME && containsNik(node.value))
            found.push({ path: ['query'], message: MESSAGE, remedy: REMEDY });
        },
      }),
    );
    this.known.set(document, found);
    return found;
  }
}

function isLiteral(
  node: ASTNode,
): node is StringValueNode | IntValueNode | FloatValueNode | EnumValueNode | BooleanValueNode {
  return (
    node.kind === Kind.STRING ||
    node.kind === Kind.INT ||
    node.kind === Kind.FLOAT ||
    node.kind === Kind.ENUM ||
    node.kind === Kind.BOOLEAN
  );
}

function inputTypeOf(schema: GraphQLSchema, node: TypeNode): GraphQLInputType | undefined {
  const type = typeFromAST(schema, node);
  return type && isInputType(type) ? type : undefined;
}

/** The argument or variable around a literal, and the fields down to it. */
function placeOf(ancestors: readonly unknown[]): string[] {
  const names = ancestors.flatMap((ancestor) => {
    const node = ancestor as ASTNode;
    if (node.kind === Kind.VARIABLE_DEFINITION) return [node.variable.name.value];
    return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? [node.name.value] : [];
  });
  return names.length > 0 && !names.some(containsNik) ? names : ['query'];
}

function ofValue(
  value: unknown,
  type: GraphQLInputType | undefined,
  path: readonly string[],
): readonly InputProblem[] {
  if (isNonNullType(type)) return ofValue(value, type.ofType, path);
  // One value stands for a list of one.
  const item = isListType(type) ? (type.ofType as GraphQLInputType) : type;
  if (Array.isArray(value))
    return value.flatMap((one, index) => ofValue(one, item, [...path, String(index)]));
  if (item !== type) return ofValue(value, item, path);
  if (typeof value === 'object' && value !== null) return ofObject(value, type, path);
  // Whatever is sent there is for the scalar to take or refuse; it prints none of it.
  if (type !== undefined && getNamedType(type).name === NIK_SCALAR) return [];
  const text = textOf(value);
  return text !== undefined && containsNik(text) ? [{ path, message: MESSAGE, remedy: REMEDY }] : [];
}

function ofObject(
  value: object,
  type: GraphQLInputType | undefined,
  path: readonly string[],
): readonly InputProblem[] {
  const fields = isInputObjectType(type) ? type.getFields() : {};
  return Object.entries(value).flatMap(([name, inner]) => {
    // The name of a field is the caller's to choose as well, and would be repeated if it stood in the path.
    if (containsNik(name)) return [{ path, message: MESSAGE, remedy: REMEDY }];
    return ofValue(inner, Object.hasOwn(fields, name) ? fields[name]?.type : undefined, [...path, name]);
  });
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Math.abs(value) >= SIXTEEN_DIGITS ? String(value) : undefined;
}
