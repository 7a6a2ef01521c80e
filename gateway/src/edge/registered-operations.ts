import { ConfigError } from '@simpul/kit/config/config';
import { readOperationFiles } from '@simpul/kit/operations/operation-files';
import type { ClientClass } from '@simpul/schema/contract/client-class';
import { parse, print } from 'graphql';
import { documentId } from './documents';

/** An operation that was registered, and the classes of clients that it is registered for. */
export interface RegisteredOperation {
  readonly text: string;
  readonly classes: Set<ClientClass>;
}

/** Registered operations, found by the id of their text or by that of a text which means the same. */
export class RegisteredOperations {
  private readonly byId = new Map<string, RegisteredOperation>();

  /** Reads `<folder>/<class>/*.graphql`; a folder that is not there holds none. */
  static async load(folder: string): Promise<RegisteredOperations> {
    const operations = new RegisteredOperations();
    for (const { clientClass, text, path } of await readOperationFiles(folder))
      operations.add(clientClass, text, path);
    return operations;
  }

  add(clientClass: ClientClass, text: string, where: string): void {
    for (const id of [documentId(text), documentId(normalized(text, where))]) {
      const operation = this.byId.get(id) ?? { text, classes: new Set() };
      operation.classes.add(clientClass);
      this.byId.set(id, operation);
    }
  }

  /** The operation of an id, if this class may run it: its own, everybody's, and for developers any. */
  find(id: string, clientClass: ClientClass): RegisteredOperation | undefined {
    const found = this.byId.get(id);
    const isOpen =
      clientClass === 'DEVELOPER' || found?.classes.has('PUBLIC') || found?.classes.has(clientClass);
    return isOpen ? found : undefined;
  }
}

function normalized(text: string, where: string): string {
  try {
    return print(parse(text, { noLocation: true }));
  } catch {
    throw new ConfigError(`The registered operation ${where} is not GraphQL.`);
  }
}
