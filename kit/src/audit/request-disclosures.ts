import type { Purpose } from '@simpul/schema/contract/identity';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock/clock';
import type { Identity } from '../identity/identity';
import type { AuditKeys } from './audit-keys';
import {
  type AuditAction,
  type AuditRecord,
  type SignedRecord,
  insertRecords,
  signRecord,
} from './audit-record';
import type { AwaitedRecords } from './awaited-records';
import { auditUnavailable, changeNotRecorded } from './audit-unavailable';
import type {
  Change,
  Disclosure,
  Disclosures,
  GrantUsed,
  ReportDisclosure,
  RowDisclosure,
} from './disclosures';
import { FieldsBySubject } from './field-sets';
import { ShownParts, type ShownTogether } from './shown-parts';

/** Who asks, as every record of a request tells it, and what signs the records. */
export interface Accountable {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  readonly requestId: string;
  /** Version of the data grants that the agency decides by; null while it has none. */
  readonly bundleVersion: number | null;
  readonly clock: Clock;
  readonly keys: AuditKeys;
  /** Records that are stored in transactions of changes. */
  readonly awaited: AwaitedRecords;
}

/** Gathers the records of one request to one agency: one per type, set of fields and grant. */
export class RequestDisclosures implements Disclosures {
  private shown = new ShownParts();
  /** Rows that were shown, by their type. */
  private rows = new Map<string, ShownParts>();
  private reports = new Map<string, FieldsBySubject>();
  private inspections: AuditRecord[] = [];
  private readonly refusals = new Map<string, Set<string>>();
  private isClosed = false;

  constructor(private readonly accountable: Accountable) {}

  get closed(): boolean {
    return this.isClosed;
  }

  /** Whether the answer tells anything that must be on record. */
  get isToBeRecorded(): boolean {
    return !this.shown.isEmpty || this.rows.size > 0 || this.reports.size > 0 || this.inspections.length > 0;
  }

  add(disclosure: Disclosure): void {
    if (this.isClosed) throw auditUnavailable(`${disclosure.type}.${disclosure.field}`);
    this.shown.add(disclosure);
  }

  listed(row: RowDisclosure): void {
    if (this.isClosed) throw auditUnavailable(`${row.type}.${row.field}`);
    const known = this.rows.get(row.rows) ?? new ShownParts();
    this.rows.set(row.rows, known);
    known.add(row);
  }

  addReport({ type, field, employer }: ReportDisclosure): void {
    if (this.isClosed) throw auditUnavailable(`${type}.${field}`);
    const shown = this.reports.get(type) ?? new FieldsBySubject();
    this.reports.set(type, shown);
    shown.add(employer, field);
  }

  refused(coordinate: string): void {
    const [type = '', field = ''] = coordinate.split('.');
    const fields = this.refusals.get(type) ?? new Set<string>();
    this.refusals.set(type, fields.add(field));
  }

  inspected(fields: readonly string[], people: readonly string[]): void {
    if (this.isClosed) throw auditUnavailable('DataAccess');
    this.inspections.push(this.record('AUDIT_READ', 'DataAccess', { fields, people: [...new Set(people)] }));
  }

  async changed(db: Pick<EntityManager, 'query'>, { type, happened, people }: Change): Promise<void> {
    if (this.isClosed) throw changeNotRecorded();
    const record = this.sign(this.record('CHANGE', type, { fields: [happened], people }));
    try {
      const tx = await insertRecords((sql, parameters) => db.query(sql, parameters), [record]);
      this.accountable.awaited.add([record], tx);
    } catch {
      throw changeNotRecorded();
    }
  }

  /** From here on nothing personal is shown: what would be recorded is refused. */
  close(): void {
    this.isClosed = true;
    this.shown = new ShownParts();
    this.rows = new Map();
    this.reports = new Map();
    this.inspections = [];
  }

  /** The records of what was gathered. */
  records(): SignedRecord[] {
    const shown = [...this.shown.together(), ...this.unnamed()].map(({ type, ...what }) =>
      this.record('READ', type, what),
    );
    const reported = [...this.reports].flatMap(([type, shown]) =>
      shown
        .groups()
        .map(({ fields, subjects }) => this.record('READ', type, { fields, people: [], reports: subjects })),
    );
    const refused = [...this.refusals].map(([type, fields]) =>
      this.record('REFUSED', type, { fields: [...fields].sort(), people: [] }),
    );
    return [...shown, ...reported, ...this.inspections, ...refused].map((record) => this.sign(record));
  }

  /** Rows of which nothing else is on record of their people. */
  private unnamed(): ShownTogether[] {
    return [...this.rows].flatMap(([rows, shown]) =>
      shown
        .together()
        .map((listed) => ({
          ...listed,
          people: listed.people.filter((person) => !this.shown.tellsOf(rows, person)),
        }))
        .filter(({ people }) => people.length > 0),
    );
  }

  private record(
    action: AuditAction,
    type: string,
    what: Pick<AuditRecord, 'fields' | 'people'> &
      Partial<Pick<AuditRecord, 'reports' | 'masked'>> & { grant?: GrantUsed | null },
  ): AuditRecord {
    const { identity, purpose, requestId, bundleVersion, clock } = this.accountable;
    const { grant = null, masked = false, fields, people, reports = [] } = what;
    return {
      ...{ at: clock.now(), action, type, fields, people, reports, masked, purpose },
      ...{ request_id: requestId, bundle_version: bundleVersion, roles: identity.roles },
      ...{ subject: identity.subject, client: identity.client, person: identity.person },
      ...{ organization: identity.organization, office: identity.office, employer: identity.employer },
      ...{ agreement: grant?.agreement ?? null, grant_id: grant?.id ?? null },
      grant_version: grant?.version ?? null,
    };
  }

  private sign(record: AuditRecord): SignedRecord {
    return signRecord(record, this.accountable.keys);
  }
}
