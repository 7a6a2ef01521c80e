import { inspect } from 'node:util';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { ScalarRefusal } from '../errors/variable-error';

/** A value that came in to be used and not to be seen: however it is printed, only its kind shows. */
export class SecretValue {
  readonly #value: string;

  constructor(
    readonly kind: string,
    value: string,
  ) {
    this.#value = value;
  }

  /** The value itself; whoever calls this must not let it go any further. */
  use<T>(work: (value: string) => T): T {
    return work(this.#value);
  }

  toString(): string {
    return `[${this.kind}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** How a secret scalar presents itself, and which texts it takes. */
export interface SecretForm {
  readonly name: string;
  readonly description: string;
  readonly accepts: (value: string) => boolean;
  /** What a value must be like, for whoever sent another. */
  readonly remedy: string;
}

/** A scalar for inputs only, taken from variables only: a document is kept, cached and shown, a variable is not. */
export function secretScalar({
  name,
  description,
  accepts,
  remedy,
}: SecretForm): GraphQLScalarType<SecretValue, never> {
  return new GraphQLScalarType<SecretValue, never>({
    name,
    description,
    parseValue(value) {
      if (typeof value === 'string' && accepts(value)) return new SecretValue(name, value);
      throw refusal(remedy);
    },
    parseLiteral() {
      throw refusal(`A ${name} does not stand in a document: send it as a variable.`);
    },
    serialize() {
      throw new GraphQLError(`A ${name} goes in and never out.`);
    },
  });
}

function refusal(message: string): ScalarRefusal {
  return new ScalarRefusal(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
