import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';

// V8 of Node 20 dies of an unreachable state when code that it optimised with a call into WebAssembly falls back meanwhile;
// what it compiles from here on calls in the ordinary way.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

const FOLDER = path.resolve(__dirname, '../../policies');
const SCHEMA = 'simpul';

/** What Cedar keeps under an id it keeps for ever, so that ids are used again. */
const IDS = 16;
const holders: (PreparedPolicies | undefined)[] = Array.from({ length: IDS });
let isSchemaPrepared = false;
let next = 0;

/** An entity with its name, as a question names it. */
export type NamedEntity = cedar.EntityJson & { readonly uid: cedar.TypeAndId };

/** One question to the policies. */
export interface AccessQuestion {
  readonly caller: NamedEntity;
  readonly action: 'read' | 'readMasked' | 'use';
  readonly resource: NamedEntity;
  readonly context: cedar.Context;
}

/**
 * A set of policies, ready to be asked. It takes an id of Cedar's from whoever took it longest ago, and takes one again
 * when it is asked after it has lost its own: an older state of the grants stays right while a request still goes by it.
 */
export class PreparedPolicies {
  private id = -1;

  constructor(private readonly policies: cedar.PolicySet) {
    this.prepare();
  }

  isAllowed({ caller, action, resource, context }: AccessQuestion): boolean {
    if (holders[this.id] !== this) this.prepare();
    const answer = cedar.statefulIsAuthorized({
      principal: caller.uid,
      action: { type: 'Action', id: action },
      resource: resource.uid,
      context,
      entities: [caller, resource],
      preparsedSchemaName: SCHEMA,
      preparsedPolicySetId: nameOf(this.id),
      validateRequest: true,
    });
    if (answer.type === 'failure') throw new Error(`Cedar refused the question: ${explain(answer.errors)}`);
    return answer.response.decision === 'allow';
  }

  private prepare(): void {
    if (!isSchemaPrepared) succeed(cedar.preparseSchema(SCHEMA, readPolicy('access.cedarschema')));
    isSchemaPrepared = true;
    this.id = next;
    next = (next + 1) % IDS;
    succeed(cedar.preparsePolicySet(nameOf(this.id), this.policies));
    holders[this.id] = this;
  }
}

/** The text of a policy file. */
export function readPolicy(file: string): string {
  return readFileSync(path.join(FOLDER, file), 'utf8');
}

/** What Cedar finds wrong with policies against the schema; a build with any fault does not pass. */
export function faultsOf(policies: cedar.PolicySet): readonly string[] {
  const answer = cedar.validate({ schema: readPolicy('access.cedarschema'), policies });
  if (answer.type === 'failure') return answer.errors.map(({ message }) => message);
  return [...answer.validationErrors, ...answer.validationWarnings].map(
    ({ policyId, error }) => `${policyId}: ${error.message}`,
  );
}

function nameOf(id: number): string {
  return `policies-${String(id)}`;
}

function succeed(answer: cedar.CheckParseAnswer): void {
  if (answer.type === 'failure')
    throw new Error(`The access policies do not parse: ${explain(answer.errors)}`);
}

function explain(errors: readonly cedar.DetailedError[]): string {
  return errors.map(({ message }) => message).join('; ');
}
