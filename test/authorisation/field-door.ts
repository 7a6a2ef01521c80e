import type { GrantSource, HeldGrants } from '@simpul/kit/policy/policy-source';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { type Role, PURPOSES as KNOWN_PURPOSES } from '@simpul/schema/contract/identity';
import { keepersOf } from '@simpul/schema/contract/keepers';
import { type Reply, type TestAgency, openTestAgency } from '../testkit/agency';
import type { As } from '../testkit/gateway-key';
import { AGENCIES, type AgencyName } from '../testkit/house';
import { openGrants } from '../testkit/open-grants';
import { COORDINATES, type Coordinate } from './coordinates';
import { PURPOSES, ROLES } from './rows';
import { type Observations, Selections } from './selections';
import { type Sight, sightOf } from './sight';
import { type Subject, subjectsIn } from './subjects';
import { type Cell, type Granted, writtenVerdict } from './written-verdict';

const AGREEMENT = '5f0c5f1e-0000-4000-8000-0000000000a1';
const OTHER_AGREEMENT = '5f0c5f1e-0000-4000-8000-0000000000a2';
const PARTNER = '5f0c5f1e-0000-4000-8000-0000000000b1';
const OUTSIDER = '5f0c5f1e-0000-4000-8000-0000000000b2';
const EMPLOYER = '5f0c5f1e-0000-4000-8000-0000000000c1';
const GRANTED: Granted = { categories: ['IDENTITY', 'HISTORY'], purposes: ['TRAINING'] };

/** How a caller comes to the rows, and what is in force meanwhile. */
export interface Situation {
  readonly relation: string;
  readonly agreement: string;
}

/** Every way to the rows of one person, and every way to miss them. */
export const SITUATIONS: readonly Situation[] = [
  { relation: 'OWN', agreement: 'NONE' },
  { relation: 'STAFF', agreement: 'NONE' },
  { relation: 'SELF', agreement: 'NONE' },
  { relation: 'SHARED', agreement: 'IN_FORCE' },
  { relation: 'SHARED', agreement: 'GRANT_NOT_YET' },
  { relation: 'SHARED', agreement: 'GRANT_ENDED' },
  { relation: 'SHARED', agreement: 'TERMINATED' },
  { relation: 'UNSHARED', agreement: 'IN_FORCE' },
];

/** Grants that a test changes between questions. */
class ChangingGrants implements GrantSource {
  held: HeldGrants = { version: 1, grants: [] };
  readonly current = (): HeldGrants => this.held;
  readonly atLeast = (): Promise<HeldGrants> => Promise.resolve(this.held);
  readonly close = (): void => undefined;
}

/** Types of which no id leads to a row: what they show is asked of them by themselves, elsewhere. */
const ASKED_APART = [
  'MatchCandidate',
  'CertificateVerification',
  'RevealedNik',
  'PersonAccess',
  'AccessOpening',
];

/** An agency as the gateway meets it, with people whose rows the matrix is asked of. */
export class FieldDoor {
  private readonly coordinates: readonly Coordinate[];
  private readonly selections: Selections;
  private readonly bundles = new Map<string, HeldGrants>();
  private truth: Observations = new Map();
  private subjects: readonly Subject[] = [];

  private constructor(
    private readonly name: AgencyName,
    private readonly agency: TestAgency,
    private readonly grants: ChangingGrants,
  ) {
    const roots = [
      'Person',
      'Registration',
      'Nomination',
      'OverseasCase',
      'FinancingCase',
      'DuplicateCandidate',
    ];
    this.coordinates = COORDINATES[name].filter(({ type }) => !ASKED_APART.includes(type));
    this.selections = new Selections(name, this.coordinates, [
      ...roots,
      ...['Enrolment', 'Certificate', 'Placement', 'Internship'],
    ]);
  }

  static async open(name: AgencyName): Promise<FieldDoor> {
    const grants = new ChangingGrants();
    const agency = await openTestAgency(AGENCIES[name], 2, { grants });
    const door = new FieldDoor(name, agency, grants);
    await door.prepare();
    return door;
  }

  close(): Promise<void> {
    return this.agency.close();
  }

  /** Fields of which there is nothing to withhold; the matrix is not asked of them. */
  unknown(): string[] {
    return this.coordinates.map(nameOf).filter((name) => (this.truth.get(name) ?? []).length === 0);
  }

  /** Asks every cell of a situation; answers the wrong ones, and how many there were. */
  async check(situation: Situation): Promise<{ wrong: string[]; cells: number }> {
    const wrong: string[] = [];
    let cells = 0;
    this.grants.held = this.bundleFor(situation);
    for (const role of ROLES) {
      for (const purpose of PURPOSES) {
        const seen = await this.seenBy(situation, role, purpose);
        for (const coordinate of this.coordinates) {
          const truth = this.truth.get(nameOf(coordinate)) ?? [];
          if (truth.length === 0) continue;
          cells += 1;
          const found = sightOf(seen.get(nameOf(coordinate)) ?? [], truth);
          const due = this.dueTo(coordinate, { role, purpose, ...situation });
          if (!due.includes(found))
            wrong.push(
              `${role} ${situation.relation} ${situation.agreement} ${purpose}: ${nameOf(coordinate)} is ${found}`,
            );
        }
      }
    }
    return { wrong, cells };
  }

  private async prepare(): Promise<void> {
    this.subjects = await subjectsIn(this.name, this.agency);
    this.grants.held = openGrants();
    this.truth = await this.observed({}, this.subjects);
    const [keeper = ''] = keepersOf(this.name);
    for (const person of new Set(this.subjects.map((subject) => subject.person))) {
      await this.agency.sql('DELETE FROM disclosure_basis WHERE person_id = $1', [person]);
      for (const [organization, agreement] of [
        [keeper, null],
        [EMPLOYER, null],
        [PARTNER, AGREEMENT],
        [OUTSIDER, OTHER_AGREEMENT],
      ])
        await this.agency.sql(
          `INSERT INTO disclosure_basis VALUES ($1, $2, $3, 'PLACEMENT', $4, '36.73.01', '2025-01-01', NULL, true)`,
          [person, keeper, organization, agreement],
        );
    }
  }

  /** The same object for the same state, as a holder hands it out. */
  private bundleFor({ agreement }: Situation): HeldGrants {
    const [keeper = ''] = keepersOf(this.name);
    const grant = (recipient: string): BundleGrant => ({
      ...{ id: recipient, version: 1, agreement: AGREEMENT, clause: null, provider: keeper, recipient },
      ...{
        categories: ['IDENTITY', 'HISTORY'],
        purposes: ['TRAINING'],
        regions: [],
        onlyUnderAgreement: true,
      },
      ...{ fields: [], legalBasis: 'PUBLIC_TASK', countersignatures: [] },
      validFrom: agreement === 'GRANT_NOT_YET' ? '2026-06-16' : '2026-01-01',
      validTo: agreement === 'GRANT_ENDED' ? '2026-06-14' : null,
    });
    const isThere = ['IN_FORCE', 'GRANT_NOT_YET', 'GRANT_ENDED'].includes(agreement);
    const known = this.bundles.get(agreement) ?? {
      version: this.bundles.size + 2,
      grants: isThere ? [grant(PARTNER), grant(OUTSIDER)] : [],
    };
    this.bundles.set(agreement, known);
    return known;
  }

  /** Who is only shown a row about itself is asked once for each person. */
  private async seenBy({ relation }: Situation, role: string, purpose: string): Promise<Observations> {
    const [keeper = null] = keepersOf(this.name);
    const caller: As = {
      ...{ organization: null, office: null, employer: null, person: null },
      roles: role === 'NOBODY' ? [] : [role as Role],
      purpose: KNOWN_PURPOSES.find((known) => known === purpose) ?? null,
    };
    const organizations: Readonly<Record<string, string | null>> = {
      OWN: keeper,
      SHARED: PARTNER,
      UNSHARED: OUTSIDER,
    };
    const as = { ...caller, organization: organizations[relation] ?? null };
    if (relation === 'STAFF') return this.observed({ ...as, employer: EMPLOYER }, this.subjects);
    if (relation !== 'SELF') return this.observed(as, this.subjects);
    const seen = new Map<string, unknown[]>();
    for (const person of new Set(this.subjects.map((subject) => subject.person))) {
      const own = await this.observed(
        { ...as, person },
        this.subjects.filter((subject) => subject.person === person),
      );
      for (const [name, values] of own) seen.set(name, [...(seen.get(name) ?? []), ...values]);
    }
    return seen;
  }

  private async observed(as: As, subjects: readonly Subject[]): Promise<Observations> {
    const types = [...new Set(subjects.map(({ type }) => type))];
    const parts = types.map((type) => `... on ${type} { ${this.selections.of(type)} }`);
    const reply: Reply = await this.agency.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${parts.join(' ')} } }`,
      { r: subjects.map(({ type, id }) => ({ __typename: type, id })) },
      as,
    );
    for (const { message, extensions } of reply.errors ?? []) {
      if (extensions.code !== 'FORBIDDEN_FIELD' && extensions.code !== 'PURPOSE_REQUIRED')
        throw new Error(message);
    }
    const into = new Map<string, unknown[]>();
    const entities = reply.data?.['_entities'] as (Record<string, unknown> | null)[];
    entities.forEach((entity, index) => {
      this.selections.observe(subjects[index]?.type ?? '', entity, into);
    });
    return into;
  }

  /** How a field may look to whom the rows give this verdict; what no way leads to is hidden. */
  private dueTo(coordinate: Coordinate, cell: Omit<Cell, 'category'>): readonly Sight[] {
    const ways = this.selections.waysTo(coordinate.type);
    const isReached =
      ways.length === 0 ||
      ways.some((way) => {
        const host = this.coordinates.find((one) => nameOf(one) === way);
        return host !== undefined && !this.dueTo(host, cell).includes('hidden');
      });
    if (!isReached) return ['hidden'];
    switch (writtenVerdict({ ...cell, category: coordinate.category }, GRANTED)) {
      case 'ALLOW':
        // Of two records each is a person's of its own.
        return nameOf(coordinate) === 'DuplicateCandidate.people' ? ['shown', 'masked'] : ['shown'];
      case 'DENY':
        return ['hidden'];
      case 'MASK':
        return this.masked(coordinate);
    }
  }

  private masked({ type, field, mask }: Coordinate): readonly Sight[] {
    if (mask === 'NONE' || mask === 'HIDE') return ['hidden'];
    if (this.selections.leadsBelow(type, field)) return ['shown'];
    // What is as coarse already stays as it is; what has no such form is refused.
    if (mask === 'BAND') return ['masked', 'shown', 'hidden'];
    if (mask === 'PARTIAL') return ['masked', 'hidden'];
    return ['masked'];
  }
}

function nameOf({ type, field }: Coordinate): string {
  return `${type}.${field}`;
}
