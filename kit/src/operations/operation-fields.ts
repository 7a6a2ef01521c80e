import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientClass } from '@simpul/schema/contract/client-class';
import {
  type GraphQLSchema,
  TypeInfo,
  buildSchema,
  parse,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type OperationFile, readOperationFiles } from './operation-files';

/** The contract of the house beside which this file was built. */
const CONTRACT = path.resolve(__dirname, '../../../schema');

/** A registered operation, and what it selects. */
export interface RegisteredOperation {
  readonly clientClass: ClientClass;
  readonly name: string;
  /** As `Type.field`. */
  readonly fields: ReadonlySet<string>;
}

let known: Promise<readonly RegisteredOperation[]> | undefined;

/** The registered operations of every class of clients; they are read when they are first asked for, and then known. */
export function registeredOperations(): Promise<readonly RegisteredOperation[]> {
  known ??= readRegistered(CONTRACT).catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readRegistered(contract: string): Promise<readonly RegisteredOperation[]> {
  const schema = buildSchema(await readFile(path.join(contract, 'api.graphql'), 'utf8'));
  const files = await readOperationFiles(path.join(contract, 'operations'));
  return files.map((file) => ({ ...file, fields: fieldsOf(schema, file) }));
}

function fieldsOf(schema: GraphQLSchema, { path: file, text }: OperationFile): ReadonlySet<string> {
  const document = parse(text);
  const [fault] = validate(schema, document);
  if (fault) throw new Error(`The registered operation ${file} does not fit the schema: ${fault.message}`);
  const types = new TypeInfo(schema);
  const fields = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        fields.add(`${types.getParentType()?.name ?? ''}.${types.getFieldDef()?.name ?? ''}`);
      },
    }),
  );
  return fields;
}
