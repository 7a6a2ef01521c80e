import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { Identity } from '../identity/identity';
import {
  type AccessQuestion,
  type NamedEntity,
  PreparedPolicies,
  faultsOf,
  readPolicy,
} from './prepared-policies';
import type { Relation } from './reach';

const TEMPLATE = 'grant';

/** A field that holds personal data. */
export interface PersonalField {
  /** `Type.field`; of a filter `Input.field` or `Type.field(argument:)`. */
  readonly coordinate: string;
  readonly category: PersonalDataCategory;
}

/** What becomes of a value on its way to a caller. */
export type Verdict = 'ALLOW' | 'MASK' | 'DENY';

/** Stands for whatever field there is, where a rule or a grant names none. */
export const ANY_FIELD = '*';

/** What every process decides by until its code changes. */
let relationPolicies: PreparedPolicies | undefined;
let namesFields: boolean | undefined;

/**
 * Whether any rule on relations can tell a field from another of its category. A field has nothing else to be known by, so a
 * rule would have to write its name.
 */
export function rulesNameFields(): boolean {
  namesFields ??= readPolicy('access.cedar').includes('Field::');
  return namesFields;
}

/** The access policies over one state of the grants, as Cedar decides them; slow, so {@link DecisionTable} asks once. */
export class AccessRules {
  private readonly grantPolicies: PreparedPolicies;

  constructor(private readonly grants: readonly BundleGrant[]) {
    this.grantPolicies = new PreparedPolicies(policiesFor(grants));
  }

  /** Decides on a row to which the caller stands in a relation of its own. */
  onRelation(
    identity: Identity,
    purpose: Purpose,
    { coordinate, category }: PersonalField,
    relation: Relation,
  ): Verdict {
    relationPolicies ??= new PreparedPolicies({ staticPolicies: readPolicy('access.cedar') });
    const resource = { uid: { type: 'Field', id: coordinate }, attrs: { category }, parents: [] };
    const question = { caller: callerEntity(identity), resource, context: { purpose, relation } };
    if (relationPolicies.isAllowed({ ...question, action: 'read' })) return 'ALLOW';
    return relationPolicies.isAllowed({ ...question, action: 'readMasked' }) ? 'MASK' : 'DENY';
  }

  /** The grants that open anything to a caller on a day (YYYY-MM-DD), each to the rows of its own scope. */
  reaching(identity: Identity, purpose: Purpose, today: string): readonly BundleGrant[] {
    return this.grants.filter((grant) => {
      // Of the fields of a grant each is as open as the others.
      const [coordinate = ANY_FIELD] = grant.fields;
      return grant.categories.some((category) =>
        this.opens(grant, identity, purpose, { coordinate, category, today }),
      );
    });
  }

  /** Of these grants, those that open a field. */
  opening(
    grants: readonly BundleGrant[],
    identity: Identity,
    purpose: Purpose,
    field: PersonalField & { readonly today: string },
  ): readonly BundleGrant[] {
    return grants.filter((grant) => this.opens(grant, identity, purpose, field));
  }

  private opens(
    grant: BundleGrant,
    identity: Identity,
    purpose: Purpose,
    { coordinate: field, category, today }: PersonalField & { readonly today: string },
  ): boolean {
    // Cedar would say no after a millisecond: a policy is linked to its recipient.
    if (!housesOf(identity).has(grant.recipient)) return false;
    const question: AccessQuestion = {
      caller: callerEntity(identity),
      action: 'use',
      resource: grantEntity(grant),
      context: { purpose, category, field, today: dayNumber(today) },
    };
    return this.grantPolicies.isAllowed(question);
  }
}

/** The faults of the policy files against their schema; a build with any does not pass. */
export function policyFaults(): readonly string[] {
  return faultsOf({ ...policiesFor([]), staticPolicies: readPolicy('access.cedar') });
}

function policiesFor(grants: readonly BundleGrant[]): ConstructorParameters<typeof PreparedPolicies>[0] {
  return {
    templates: { [TEMPLATE]: readPolicy('grant.cedar') },
    templateLinks: grants.map(({ id, recipient }) => ({
      templateId: TEMPLATE,
      newId: `grant/${id}`,
      values: {
        '?principal': { type: 'Organization', id: recipient },
        '?resource': { type: 'Grant', id },
      },
    })),
  };
}

/** A caller acts for an organisation, and at an office of it that may have agreements of its own. */
function housesOf({ organization, office }: Identity): ReadonlySet<string> {
  return new Set([organization, office].filter((id) => id !== null));
}

function callerEntity(identity: Identity): NamedEntity {
  return {
    uid: { type: 'Caller', id: identity.subject },
    attrs: { roles: [...identity.roles] },
    parents: [...housesOf(identity)].map((id) => ({ type: 'Organization', id })),
  };
}

function grantEntity(grant: BundleGrant): NamedEntity {
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
