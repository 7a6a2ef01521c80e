import { Finding } from './finding';
import { Scope } from './scope';
import { MemberKind } from './subgraph';

const PASCAL = { pattern: /^[A-Z][A-Za-z0-9]*$/, form: 'PascalCase' };
const CAMEL = { pattern: /^[a-z][A-Za-z0-9]*$/, form: 'camelCase' };
const SCREAMING_SNAKE = { pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, form: 'SCREAMING_SNAKE_CASE' };

const FORMS: Record<MemberKind, { pattern: RegExp; form: string }> = {
  TYPE: PASCAL,
  FIELD: CAMEL,
  ARGUMENT: CAMEL,
  INPUT_FIELD: CAMEL,
  ENUM_VALUE: SCREAMING_SNAKE,
  DIRECTIVE: CAMEL,
  DIRECTIVE_ARGUMENT: CAMEL,
};

/** One way to write each kind of name, so that a client can guess it. */
export function checkNaming({ subgraph }: Scope): Finding[] {
  return [...subgraph.members.values()].flatMap(({ kind, name, coordinate }) => {
    const { pattern, form } = FORMS[kind];
    if (pattern.test(name)) return [];
    return [{ rule: 'naming', coordinate, message: `Write ${name} in ${form}.` }];
  });
}
