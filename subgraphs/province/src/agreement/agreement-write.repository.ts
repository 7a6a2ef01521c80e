import { randomUUID } from 'node:crypto';
import { insertRows } from '@simpul/kit/database/rows';
import type { StoredSource } from '@simpul/kit/database/sources';
import type { EntityManager } from 'typeorm';
import type { SourceInput } from './agreement-source.input';
import { AgreementRow } from './agreement.entity';
import type { RecordAgreementInput } from './record-agreement.input';
import type { SignAgreementInput } from './sign-agreement.input';

/** Held while an agreement is recorded, so that two who record the same see each other. */
const RECORDING = 7_310_404;

/** Lists of the people at a signing. */
type PeopleTable = 'agreement_signatory' | 'agreement_witness';

/** How many rows a change added to the lists of an agreement, by the field that shows them. */
export type Added = Readonly<Record<string, number>>;

export const agreementWriteRepository = {
  /** The agreement that is recorded already under the same number, or with title, form, day and organisations alike. */
  async findAlike(db: EntityManager, input: RecordAgreementInput): Promise<string | null> {
    await db.query('SELECT pg_advisory_xact_lock($1)', [RECORDING]);
    const organizations = input.parties.map(({ organization }) => organization).sort();
    const [alike]: { id: string }[] = await db.query(
      `SELECT id FROM agreement
       WHERE lower(document_number) = lower($1) OR (
         ($1::text IS NULL OR document_number IS NULL) AND lower(title) = lower($2) AND form = $3
         AND planned_signing_on IS NOT DISTINCT FROM $4::date AND follows_up_id IS NOT DISTINCT FROM $5::uuid
         AND $6::text[] = ARRAY(SELECT organization_id::text FROM agreement_party
           WHERE agreement_id = agreement.id ORDER BY organization_id::text COLLATE "C"))
       LIMIT 1`,
      [
        input.documentNumber?.trim() ?? null,
        ...[input.title.trim(), input.form, input.plannedSigningOn ?? null, input.followsUp ?? null],
        organizations,
      ],
    );
    return alike?.id ?? null;
  },

  async add(db: EntityManager, row: AgreementRow, input: RecordAgreementInput): Promise<void> {
    await db.insert(AgreementRow, row);
    await insertRows(
      db,
      'agreement_party',
      input.parties.map(({ organization, role }, position) => ({
        ...{ id: randomUUID(), agreement_id: row.id, organization_id: organization, position, role },
        sources: row.sources,
      })),
    );
    await insertRows(
      db,
      'clause',
      (input.clauses ?? []).map(({ number, kind, title, text }, position) => ({
        ...{ id: randomUUID(), agreement_id: row.id, position, kind, demo: row.demo },
        ...{ number: number ?? null, title: title.trim(), text: text ?? null },
      })),
    );
  },

  /** Adds what is told of a signing to what is known; sources that are known already are not repeated. */
  async addSigning(
    db: EntityManager,
    id: string,
    known: readonly StoredSource[],
    input: SignAgreementInput,
  ): Promise<Added> {
    const told = input.sources.map(storedSource);
    const news = told.filter(({ name }) => !known.some((source) => source.name === name));
    if (news.length > 0) await db.update(AgreementRow, { id }, { sources: [...known, ...news] });
    const people = (table: PeopleTable, rows: readonly Record<string, unknown>[]): Promise<void> =>
      addPeople(
        db,
        table,
        id,
        rows.map((row) => ({ ...row, sources: told })),
      );
    await people(
      'agreement_signatory',
      input.signatories.map(({ name, office, organization, capacity, powerOfAttorney }) => ({
        ...{ name: name.trim(), office: office ?? null, organization_id: organization },
        ...{ capacity: capacity ?? null, power_of_attorney: powerOfAttorney ?? null },
      })),
    );
    const witnesses = input.witnesses ?? [];
    await people(
      'agreement_witness',
      witnesses.map(({ name, office, organization, role }) => ({
        ...{ name: name.trim(), office: office ?? null, organization_id: organization ?? null, role },
      })),
    );
    const counts = {
      signatories: input.signatories.length,
      witnesses: witnesses.length,
      sources: news.length,
    };
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  },
};

/** A source as it is stored, from what a caller told of it. */
export function storedSource({ name, kind, title, url, publishedOn }: SourceInput): StoredSource {
  return {
    ...{ name: name.trim(), kind, title: title ?? null },
    ...{ url: url ?? null, publishedOn: publishedOn ?? null },
  };
}

async function addPeople(
  db: EntityManager,
  table: PeopleTable,
  agreementId: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [last]: { next: number }[] = await db.query(
    `SELECT coalesce(max(position) + 1, 0) AS next FROM ${table} WHERE agreement_id = $1`,
    [agreementId],
  );
  const next = last?.next ?? 0;
  await insertRows(
    db,
    table,
    rows.map((row, index) => ({ ...row, agreement_id: agreementId, position: next + index })),
  );
}
