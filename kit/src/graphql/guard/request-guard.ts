import type { Disclosures, GrantUsed } from '../../audit/disclosures';
import type { Clock } from '../../clock/clock';
import { type FieldRefusal, FieldRefused } from '../../errors/errors';
import type { AccessExplanation } from '../../explanation/access-explanation';
import type { Identity } from '../../identity/identity';
import type { Asker, Decision, Policy } from '../../policy/policy';
import type { Standing } from '../../policy/reach';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { GraphQLResolveInfo } from 'graphql';
import { isPage } from './people';
import type { PersonalMark } from './personal-mark';

type ResponsePath = GraphQLResolveInfo['path'];

/** What is refused: a field or filter that is marked, or one that only leads to rows about people. */
export type Refused = PersonalMark | (Pick<PersonalMark, 'coordinate'> & { readonly category?: undefined });

/** What the guard needs to know of a request. */
export interface GuardedContext {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly disclosures: Pick<Disclosures, 'add' | 'listed' | 'refused' | 'closed'>;
  /** Only where the answer is to explain itself. */
  readonly explanation?: Pick<AccessExplanation, 'shown' | 'hidden' | 'refused'>;
  standing(personId: string): Promise<Standing>;
}

/** Whom an object is about, and how the caller stands to them. */
export interface Subject {
  readonly people: readonly string[];
  readonly standing: Standing;
}

/** How a request came to rows about people: by which field (`Type.field`), chosen by which personal filters. */
export interface Way {
  readonly coordinate: string;
  readonly filters: readonly PersonalMark[];
}

/** What the guard knows of one request. */
export class RequestGuard {
  readonly asker: Asker;
  /** Whom the values of fields that have been resolved are about, for the fields below them. */
  private readonly subjects = new WeakMap<ResponsePath, Subject>();
  /** How rows were come to, by the place of the field that leads to them. */
  private readonly ways = new WeakMap<ResponsePath, Way>();
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

  /**
   * Throws for the first place of the answer that a field is refused at, and counts the others on that error; also for the
   * others where nothing can stand in the field's place.
   */
  refuse(code: FieldRefusal, what: Refused, isRequired = false): null {
    const { coordinate } = what;
    const known = this.refusals.get(coordinate);
    if (known) {
      known.extensions.count += 1;
      if (isRequired) throw known;
      return null;
    }
    const refused = new FieldRefused(code, coordinate);
    this.refusals.set(coordinate, refused);
    if (code !== 'AUDIT_UNAVAILABLE') this.ctx.disclosures.refused(coordinate);
    this.ctx.explanation?.refused(what, code);
    throw refused;
  }

  /** Notes that the request is about to be shown a field of each of these people, be it that there is nothing. */
  disclose({ coordinate }: PersonalMark, { people }: Subject, { verdict, grant }: Decision): void {
    const place = placeOf(coordinate);
    const opened = grant && used(grant);
    for (const person of people)
      this.ctx.disclosures.add({ ...place, person, grant: opened, masked: verdict === 'MASK' });
  }

  /** Notes how the request comes to rows; what a filter lets through is told also by how many there are, of nobody in particular. */
  leads(path: ResponsePath, way: Way): void {
    this.ways.set(path, way);
    for (const { coordinate } of way.filters)
      this.ctx.disclosures.add({ ...placeOf(coordinate), person: null, grant: null, masked: false });
  }

  /** Notes that the request is about to be shown a row of these people. */
  led({ coordinate, filters }: Way, rows: string, subject: Subject): void {
    for (const filter of filters) this.disclose(filter, subject, this.decide(filter, subject.standing));
    // That a filter let somebody's row through says that there is one.
    if (filters.length > 0) return;
    const { relations, grants } = subject.standing;
    const [grant] = relations.length > 0 ? [] : grants;
    const shown = { ...placeOf(coordinate), rows, grant: grant ? used(grant) : null, masked: false };
    for (const person of subject.people) this.ctx.disclosures.listed({ ...shown, person });
  }

  /** The way to the rows at a place of the answer; undefined where it is recorded otherwise. */
  wayTo(path: ResponsePath): Way | undefined {
    const led = isPage(path.typename ?? '') ? fieldBefore(path) : path;
    return led && this.ways.get(led);
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
  inherited(path: ResponsePath): Subject | undefined {
    const led = fieldBefore(path);
    return led && this.subjects.get(led);
  }

  private once(coordinate: string, decide: () => boolean): boolean {
    const known = this.open.get(coordinate) ?? decide();
    this.open.set(coordinate, known);
    return known;
  }
}

/** The place of the field that led to the object that a field is of, or to its page. */
function fieldBefore({ prev }: ResponsePath): ResponsePath | undefined {
  let led = prev;
  while (led !== undefined && (led.typename === undefined || isPage(led.typename))) led = led.prev;
  return led;
}

function placeOf(coordinate: string): { readonly type: string; readonly field: string } {
  const [type = '', field = ''] = coordinate.split('.');
  return { type, field };
}

function used({ id, version, agreement }: BundleGrant): GrantUsed {
  return { id, version, agreement };
}
