import { addDays } from '../clock/clock';
import type { RequestContext } from '../context/context';
import { type Page, type PageArguments, type SortColumn, readPage } from '../database/page';
import { SimpulError } from '../errors/errors';
import { InputCheck } from '../input/input-check';
import { speaksFor } from '../policy/workforce-reports';
import type { AuditRecordRow } from './data-access.entity';
import { type AccessRefusal, inspectionRefusal, ownRecordsOf } from './data-access.policy';
import { type AccessFilter, type StoredAccessCell, dataAccessRepository } from './data-access.repository';

/** Days of a question, both included; null: open. */
export interface AccessPeriod {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** What an auditor asks. */
export interface AccessQuestion extends AccessPeriod {
  readonly account?: string | null | undefined;
  readonly person?: string | null | undefined;
  readonly agreement?: string | null | undefined;
}

/** A record of access as it is read. */
export type StoredAccess = AuditRecordRow;

const LONGEST_ACCOUNT = 256;

const NEWEST_FIRST: readonly SortColumn<StoredAccess>[] = [
  { expression: 'access.at', of: ({ at }) => at.toISOString(), descending: true },
  { expression: 'access.id', of: ({ id }) => id, descending: true },
];

export const dataAccessService = {
  /** Who was shown something of the caller, newest first. */
  async ofCaller(
    ctx: RequestContext,
    period: AccessPeriod,
    page: PageArguments,
  ): Promise<Page<StoredAccess>> {
    const own = ownRecordsOf(ctx.identity, ctx.purpose);
    if ('refusal' in own) throw refused(own.refusal, 'SUBJECT_ACCESS');
    new InputCheck().page(page).period(['to'], period.from, period.to).done();
    const found = await read(ctx, { ...instants(period), person: own.person }, page);
    ctx.disclosures.inspected(['own'], [own.person]);
    return found;
  },

  /** Who was shown what an employer reports, newest first. */
  async ofReporter(
    ctx: RequestContext,
    employerId: string,
    period: AccessPeriod,
    page: PageArguments,
  ): Promise<Page<StoredAccess>> {
    if (!speaksFor(ctx.identity, employerId))
      throw new SimpulError('FORBIDDEN', 'Who read the reports of an employer is told to the employer.');
    new InputCheck().page(page).period(['to'], period.from, period.to).done();
    const found = await read(ctx, { ...instants(period), reporter: employerId }, page);
    ctx.disclosures.inspected(['ofReporter'], []);
    return found;
  },

  /** Everybody's accesses, newest first. */
  async inspect(
    ctx: RequestContext,
    question: AccessQuestion,
    page: PageArguments,
  ): Promise<Page<StoredAccess>> {
    const refusal = inspectionRefusal(ctx.identity, ctx.purpose);
    if (refusal) throw refused(refusal, 'AUDIT');
    const { account, person, agreement, ...period } = question;
    new InputCheck()
      .page(page)
      .text(['account'], account, LONGEST_ACCOUNT)
      .id(['person'], person)
      .id(['agreement'], agreement)
      .period(['to'], period.from, period.to)
      .done();
    const found = await read(ctx, { ...instants(period), account, person, agreement }, page);
    const asked = Object.entries(question).filter(([, value]) => value != null);
    ctx.disclosures.inspected(
      asked.map(([name]) => name),
      found.rows.flatMap(({ row }) => row.people),
    );
    return found;
  },

  /** How much was shown to whom, for what and under which agreement, and how often it was refused. */
  async summarize(ctx: RequestContext, from: string, to: string): Promise<readonly StoredAccessCell[]> {
    const refusal = inspectionRefusal(ctx.identity, ctx.purpose);
    if (refusal) throw refused(refusal, 'AUDIT');
    new InputCheck().period(['to'], from, to).done();
    const cells = await ctx.readAudit((db) =>
      dataAccessRepository.summarize(db, startOf(from), startOf(addDays(to, 1))),
    );
    ctx.disclosures.inspected(['summary'], []);
    return cells;
  },
};

async function read(
  ctx: RequestContext,
  filter: AccessFilter,
  page: PageArguments,
): Promise<Page<StoredAccess>> {
  return ctx.readAudit((db) =>
    readPage(
      dataAccessRepository.select(db, filter),
      { order: NEWEST_FIRST, page, seal: ctx.cursorSeal() },
      () => ctx.readAudit((own) => dataAccessRepository.count(own, filter)),
    ),
  );
}

function instants({ from, to }: AccessPeriod): Pick<AccessFilter, 'since' | 'before'> {
  return {
    since: from == null ? null : startOf(from),
    before: to == null ? null : startOf(addDays(to, 1)),
  };
}

/** Midnight in Western Indonesian Time. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

function refused(code: AccessRefusal, purpose: string): SimpulError {
  return code === 'PURPOSE_REQUIRED'
    ? new SimpulError(code, `Records of access are told for a purpose; say it in x-purpose: ${purpose}.`)
    : new SimpulError(code, 'Records of access are told to auditors, and to the people whom they are about.');
}
