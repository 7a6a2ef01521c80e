import type { Clock } from '@simpul/kit/clock/clock';
import { REFUSAL_REASONS } from '@simpul/kit/errors/errors';
import { remedyFor } from '@simpul/kit/explanation/remedy';
import { isPublic } from '@simpul/kit/identity/identity';
import type { Caller } from '@simpul/kit/identity/internal-token';
import type { Asker, Policy } from '@simpul/kit/policy/policy';
import type { GrantSource } from '@simpul/kit/policy/policy-source';
import { parse } from 'graphql';
import { type OwnedMark, marksOf } from '../supergraph/marks';
import type { Supergraph } from '../supergraph/supergraph';
import { AgencyPolicies } from './agency-policies';
import { baseRule } from './base-rule';
import type { Refusal, Rule } from './rule';

/** What agreements are looked at with. */
export interface AgreementRuleParts {
  /** What holds before any agreement is looked at. */
  readonly base: Rule;
  readonly marks: ReadonlyMap<string, OwnedMark>;
  /** Types of which a row tells of somebody, and the pages of them. */
  readonly records: ReadonlySet<string>;
  readonly grants: GrantSource;
  /** Grants begin and end on days. */
  readonly clock: Clock;
}

/**
 * Withholds what every agency would refuse whatever the row, by the policy that they decide by themselves: no agency is asked
 * for it. What only some rows show is theirs to decide.
 */
export function agreementRule({ base, marks, records, grants, clock }: AgreementRuleParts): Rule {
  const policies = new AgencyPolicies(new Set([...marks.values()].flatMap((mark) => mark.agencies)), grants);
  const askerOf = ({ identity, purpose }: Caller): Asker => ({ identity, purpose, today: clock.today() });
  const isOpen = (mark: OwnedMark, caller: Caller): boolean =>
    policies
      .of(mark.agencies, caller.bundleVersion)
      .some(({ policy }) => opens(policy, askerOf(caller), mark));
  return {
    keyOf: (caller) => `${base.keyOf(caller)} ${kindOf(caller)} ${clock.today()}`,
    decide: (coordinate, caller, answer) => {
      const refusal = base.decide(coordinate, caller, answer);
      const mark = marks.get(coordinate);
      if (refusal !== null || mark === undefined || isOpen(mark, caller)) return refusal;
      // What a filter counts is told of nobody.
      if (mark.isFilter && !records.has(answer)) return null;
      return closed(coordinate);
    },
    remedies: (coordinate, caller) => {
      const mark = marks.get(coordinate);
      // Whoever is unknown has to become somebody first.
      if (mark === undefined || isPublic(caller.identity)) return [];
      return policies.of(mark.agencies, caller.bundleVersion).map((closing) => ({
        agency: closing.agency,
        remedy: remedyFor(closing, askerOf(caller), mark),
      }));
    },
  };
}

/** The rule of the house over its supergraph: identity and purpose first, then the agreements. */
export function houseRule(supergraph: Supergraph, grants: GrantSource, clock: Clock): Rule {
  const marks = marksOf(parse(supergraph.sdl, { noLocation: true }));
  const { records } = supergraph.personal;
  return agreementRule({ base: baseRule(supergraph), marks, records, grants, clock });
}

/** As the guard of an agency decides before it looks at any row. */
function opens(policy: Policy, asker: Asker, mark: OwnedMark): boolean {
  if (mark.isFilter) return policy.mayFilter(asker, mark);
  const best = policy.best(asker, mark);
  return best === 'ALLOW' || (best === 'MASK' && mark.mask !== 'NONE');
}

/** All of a caller that a decision whatever the row may depend on: whose staff or which person it is, is a matter of rows. */
function kindOf({ identity, purpose, bundleVersion }: Caller): string {
  const { roles, organization, office, employer, person } = identity;
  return JSON.stringify([
    ...[[...roles].sort(), organization, office, employer !== null, person !== null],
    ...[purpose, bundleVersion],
  ]);
}

function closed(coordinate: string): Refusal {
  return { code: 'FORBIDDEN_FIELD', reason: REFUSAL_REASONS.FORBIDDEN_FIELD, coordinate };
}
