import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { Identity } from '../identity/identity';
import type { Relation } from './reach';

const FOLDER = path.resolve(__dirname, '../../policies');
const SCHEMA = 'simpul';
const TEMPLATE = 'grant';

/** A field that holds personal data. */
export interface PersonalField {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly category: PersonalDataCategory;
}

/** What becomes of a value on its way to a caller. */
export type Verdict = 'ALLOW' | 'MASK' | 'DENY';

let preparedSets = 0;

/** The access policies over one state of the grants, as Cedar decides them; slow, so {@link DecisionTable} asks once. */
export class AccessRules {
  private readonly policySet: string;

  constructor(private readonly grants: readonly BundleGrant[]) {
    preparedSets += 1;
    this.policySet = `grants-${String(preparedSets)}`;
    succeed(cedar.preparseSchema(SCHEMA, readPolicy('access.cedarschema')));
    succeed(cedar.preparsePolicySet(this.policySet, policiesFor(grants)));
  }

  /** Decides on a row to which the caller stands in a relation of its own. */
  onRelation(
    identity: Identity,
    purpose: Purpose,
    { coordinate, category }: PersonalField,
    relation: Relation,
  ): Verdict {
    const field = { uid: { type: 'Field', id: coordinate }, attrs: { category }, parents: [] };
    const may = (action: 'read' | 'readMasked'): boolean =>
      this.isAllowed(identity, action, field, { purpose, relation });
    if (may('read')) return 'ALLOW';
    return may('readMasked') ? 'MASK' : 'DENY';
  }

  /** The grants that open a field to a caller on a day (YYYY-MM-DD), each to the rows of its own scope. */
  opening(
    identity: Identity,
    purpose: Purpose,
    { coordinate: field, category }: PersonalField,
    today: string,
  ): readonly BundleGrant[] {
    const context = { purpose, category, field, today: dayNumber(today) };
    return this.grants.filter((grant) => this.isAllowed(identity, 'use', grantEntity(grant), context));
  }

  private isAllowed(
    identity: Identity,
    action: 'read' | 'readMasked' | 'use',
    resource: cedar.EntityJson & { uid: cedar.TypeAndId },
    context: cedar.Context,
  ): boolean {
    const principal = { type: 'Caller', id: identity.subject };
    const caller = {
      uid: principal,
      attrs: { roles: [...identity.roles] },
      parents: identity.organization === null ? [] : [{ type: 'Organization', id: identity.organization }],
    };
    const answer = cedar.statefulIsAuthorized({
      principal,
      action: { type: 'Action', id: action },
      resource: resource.uid,
      context,
      entities: [caller, resource],
      preparsedSchemaName: SCHEMA,
      preparsedPolicySetId: this.policySet,
      validateRequest: true,
    });
    if (answer.type === 'failure') throw new Error(`Cedar refused the question: ${explain(answer.errors)}`);
    return answer.response.decision === 'allow';
  }
}

/** The faults of the policy files against their schema; a build with any does not pass. */
export function policyFaults(): readonly string[] {
  const answer = cedar.validate({ schema: readPolicy('access.cedarschema'), policies: policiesFor([]) });
  if (answer.type === 'failure') return answer.errors.map(({ message }) => message);
  return [...answer.validationErrors, ...answer.validationWarnings].map(
    ({ policyId, error }) => `${policyId}: ${error.message}`,
  );
}

function policiesFor(grants: readonly BundleGrant[]): cedar.PolicySet {
  return {
    staticPolicies: readPolicy('access.cedar'),
    templates: { [TEMPLATE]: readPolicy('grant.cedar') },
    templateLinks: grants.map(({ id, recipient }) => ({
      templateId: TEMPLATE,
      newId: id,
      values: {
        '?principal': { type: 'Organization', id: recipient },
        '?resource': { type: 'Grant', id },
      },
    })),
  };
}

function grantEntity(grant: BundleGrant): cedar.EntityJson & { uid: cedar.TypeAndId } {
  return {
    uid: { type: 'Grant', id: grant.id },
    attrs: {
      categories: [...grant.categories],
      purposes: [...grant.purposes],
      fields: [...grant.fields],
      validFrom: dayNumber(grant.validFrom),
      ...(grant.validTo === null ? {} : { validTo: dayNumber(grant.validTo) }),
    },
    parents: [],
  };
}

/** Cedar compares whole numbers, not texts: 2026-06-15 is 20260615. */
function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

function readPolicy(file: string): string {
  return readFileSync(path.join(FOLDER, file), 'utf8');
}

function succeed(answer: cedar.CheckParseAnswer): void {
  if (answer.type === 'failure')
    throw new Error(`The access policies do not parse: ${explain(answer.errors)}`);
}

function explain(errors: readonly cedar.DetailedError[]): string {
  return errors.map(({ message }) => message).join('; ');
}
