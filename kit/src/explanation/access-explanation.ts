import type { AccessEntry, AccessOutcome, ExplainedGrant } from '@simpul/schema/contract/access-explanation';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { keepersOf } from '@simpul/schema/contract/keepers';
import { RELATIONS, type Relation, SHOWN_TYPES } from '@simpul/schema/contract/relations';
import type { RequestContext } from '../context/context';
import type { FieldRefusal } from '../errors/errors';
import type { PersonalMark } from '../graphql/guard/personal-mark';
import type { Refused } from '../graphql/guard/request-guard';
import type { Asker, Decision, Policy } from '../policy/policy';
import { STRANGER } from '../policy/reach';
import { AccessEntries } from './access-entries';
import { remedyFor } from './remedy';

/** What of a request decides what it is shown. */
export type ExplainedRequest = Pick<RequestContext, 'identity' | 'purpose' | 'clock' | 'policy'>;

/**
 * Why a request to an agency is shown what it is shown, field by field. It names nobody and counts nobody, and of what is
 * null without an error it says nothing: there it is open whether there is nothing or nobody.
 */
export class AccessExplanation {
  private readonly entries = new AccessEntries();

  private readonly asker: Asker;
  private readonly policy: Policy;

  constructor(
    private readonly agency: string,
    { identity, purpose, clock, policy }: ExplainedRequest,
  ) {
    this.asker = { identity, purpose, today: clock.today() };
    this.policy = policy;
  }

  /** A value is shown, by a relation or a grant. */
  shown({ coordinate }: PersonalMark, { verdict, relation, grant }: Decision): void {
    const outcome = verdict === 'MASK' ? 'MASKED' : 'ALLOWED';
    this.add(
      coordinate,
      outcome,
      grant === null ? { basis: relation } : { basis: 'GRANT', grant: explainedGrant(grant) },
    );
  }

  /** A field is masked whatever the row, and its mask leaves nothing to see. */
  hidden(mark: PersonalMark): void {
    this.add(mark.coordinate, 'MASKED', { basis: this.maskingRelation(mark) });
  }

  /** A field or filter is refused, in an error of the answer. */
  refused(what: Refused, code: FieldRefusal): void {
    const closing = { policy: this.policy, keepers: keepersOf(this.agency) };
    const isDecided = code !== 'AUDIT_UNAVAILABLE' && what.category !== undefined;
    const needed = isDecided ? remedyFor(closing, this.asker, what) : null;
    this.add(what.coordinate, 'DENIED', { basis: null, code, ...(needed && { needed }) });
  }

  /** What was to be shown is withheld in the end, for want of a record. */
  withhold(): void {
    const entries = this.entries.list();
    this.entries.clear();
    for (const entry of entries)
      if (entry.outcome === 'DENIED') this.entries.add(entry);
      else this.add(entry.coordinate, 'DENIED', { basis: null, code: 'AUDIT_UNAVAILABLE' });
  }

  /** The answer is made anew, and with it what there is to explain. */
  restart(): void {
    this.entries.clear();
  }

  list(): readonly AccessEntry[] {
    return this.entries.list();
  }

  private add(
    coordinate: string,
    outcome: AccessOutcome,
    why: Pick<AccessEntry, 'basis' | 'grant' | 'code' | 'needed'>,
  ): void {
    const { agency, asker } = this;
    this.entries.add({ coordinate, outcome, agency, purpose: asker.purpose, ...why });
  }

  private maskingRelation(mark: PersonalMark): Relation | null {
    const { policy, asker } = this;
    const { own, staff, self } = policy.reachOf(asker);
    const isHeld: Partial<Record<Relation, boolean>> = {
      ...{ OWN: own.length > 0, STAFF: staff !== null, SELF: self !== null },
    };
    const shown = SHOWN_TYPES[mark.coordinate.replace(/\..*/, '')];
    const relations = shown === undefined ? RELATIONS.filter((one) => isHeld[one]) : [shown];
    const masks = (relation: Relation): boolean =>
      policy.decide(asker, mark, { ...STRANGER, relations: [relation] }).verdict === 'MASK';
    return relations.find(masks) ?? null;
  }
}

/** Without what it covers and who signed it, which are for others. */
function explainedGrant({
  id,
  version,
  agreement,
  clause,
  legalBasis,
  validTo,
}: BundleGrant): ExplainedGrant {
  return { id, version, agreement, clause, legalBasis, validTo };
}
