import type { Disclosures } from '../../audit/disclosures';
import type { Clock } from '../../clock/clock';
import { type FieldRefusal, FieldRefused } from '../../errors/errors';
import type { AccessExplanation } from '../../explanation/access-explanation';
import type { Identity } from '../../identity/identity';
import type { Asker, Decision, Policy } from '../../policy/policy';
import type { Standing } from '../../policy/reach';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { GraphQLResolveInfo } from 'graphql';
import { isPage } from './people';
import type { PersonalMark } from './personal-mark';

type ResponsePath = GraphQLResolveInfo['path'];

/** What the guard needs to know of a request. */
export interface GuardedContext {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly disclosures: Pick<Disclosures, 'add' | 'refused' | 'closed'>;
  /** Only where the answer is to explain itself. */
  readonly explanation?: Pick<AccessExplanation, 'shown' | 'hidden' | 'refused'>;
  standing(personId: string): Promise<Standing>;
}

/** Whom an object is about, and how the caller stands to them. */
export interface Subject {
  readonly people: readonly string[];
  readonly standing: Standing;
}

/** What the guard knows of one request. */
export class RequestGuard {
  readonly asker: Asker;
  /** Whom the values of fields that have been resolved are about, for the fields below them. */
  private readonly subjects = new WeakMap<ResponsePath, Subject>();
  private readonly refusals = new Map<string, FieldRefused>();
  /** What the policy says of a field whatever the row, and of a filter. */
  private readonly open = new Map<string, boolean>();

  constructor(private readonly ctx: GuardedContext) {
    const { identity, purpose, clock } = ctx;
    this.asker = { identity, purpose, today: clock.today() };
  }

  /** Whether any row at all could show the field. */
  isOpen(mark: PersonalMark): boolean {
    return this.once(mark.coordinate, () => {
      const best = this.ctx.policy.best(this.asker, mark);
      if (best === 'MASK' && mark.mask === 'HIDE') this.ctx.explanation?.hidden(mark);
      return best === 'ALLOW' || (best === 'MASK' && mark.mask !== 'NONE');
    });
  }

  mayFilter(mark: PersonalMark): boolean {
    return this.once(mark.coordinate, () => this.ctx.policy.mayFilter(this.asker, mark));
  }

  decide(mark: PersonalMark, standing: Standing): Decision {
    return this.ctx.policy.decide(this.asker, mark, standing);
  }

  /** Throws for the first place of the answer that a field is refused at, and counts the others on that error. */
  refuse(code: FieldRefusal, mark: PersonalMark): null {
    const { coordinate } = mark;
    const known = this.refusals.get(coordinate);
    if (known) {
      known.extensions.count += 1;
      return null;
    }
    const refused = new FieldRefused(code, coordinate);
    this.refusals.set(coordinate, refused);
    if (code !== 'AUDIT_UNAVAILABLE') this.ctx.disclosures.refused(coordinate);
    this.ctx.explanation?.refused(mark, code);
    throw refused;
  }

  /** Notes that the request is about to be shown a field of each of these people, be it that there is nothing. */
  disclose({ coordinate }: PersonalMark, { people }: Subject, { verdict, grant }: Decision): void {
    const [type = '', field = ''] = coordinate.split('.');
    const opened = grant && { id: grant.id, version: grant.version, agreement: grant.agreement };
    for (const person of people)
      this.ctx.disclosures.add({ type, field, person, grant: opened, masked: verdict === 'MASK' });
  }

  /** Says by what a value is shown. Where there is none, a stranger's row would look the same, so nothing is said. */
  explain(mark: PersonalMark, decision: Decision, delivered: unknown): void {
    if (delivered === null || (Array.isArray(delivered) && delivered.length === 0)) return;
    this.ctx.explanation?.shown(mark, decision);
  }

  bequeath(path: ResponsePath, subject: Subject): void {
    this.subjects.set(path, subject);
  }

  /** Whom the object that a field is of was told to be about, by the field that led to the object, or to its page. */
  inherited({ prev }: ResponsePath): Subject | undefined {
    let led = prev;
    while (led !== undefined && (led.typename === undefined || isPage(led.typename))) led = led.prev;
    return led && this.subjects.get(led);
  }

  private once(coordinate: string, decide: () => boolean): boolean {
    const known = this.open.get(coordinate) ?? decide();
    this.open.set(coordinate, known);
    return known;
  }
}
