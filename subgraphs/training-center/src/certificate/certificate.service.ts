import { createHash } from 'node:crypto';
import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { UNIT_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { CertificateRow } from './certificate.entity';
import type { CertificateFilter } from './certificate.input';
import { type CertificatesAsked, NEWEST_CERTIFICATE, certificateRepository } from './certificate.repository';
import type { CertificateStatus } from './certificate.type';

/** A page of certificates, with the state of the echo where a filter used it. */
export interface CertificatePage {
  readonly page: Page<CertificateRow>;
  readonly asOf: Date | null;
}

/** What is found under a certificate's number. */
export interface Verified {
  readonly certificate: CertificateRow;
  readonly shared: boolean;
}

/** A certificate's number as it may stand on paper. */
const LONGEST_NUMBER = 100;

export const certificateService = {
  async read(ctx: RequestContext, id: string): Promise<CertificateRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(certificatesById, id);
  },

  async list(ctx: RequestContext, filter: CertificateFilter, page: PageArguments): Promise<CertificatePage> {
    new InputCheck()
      .page(page)
      .id(['filter', 'programmes'], filter.programmes)
      .codes(['filter', 'competencyUnits'], filter.competencyUnits, ...UNIT_CODE)
      .values(['filter', 'qualifiers'], filter.qualifiers)
      .id(['filter', 'agreement'], filter.agreement)
      .region(['filter', 'region'], filter.region)
      .period(['filter', 'issuedTo'], filter.issuedFrom, filter.issuedTo)
      .done();
    const today = ctx.clock.today();
    const usesEcho = filter.unplaced != null || filter.region != null;
    return {
      page: await ctx.page((db) => certificateRepository.select(db, filter, today), NEWEST_CERTIFICATE, page),
      asOf: usesEcho ? await ctx.tally((db) => certificateRepository.findEchoTime(db)) : null,
    };
  },

  /** Newest first. */
  async listOfPerson(
    ctx: RequestContext,
    personId: string,
    status: readonly CertificateStatus[] | null,
  ): Promise<CertificateRow[]> {
    return (await ctx.load(certificatesOfPeople, personId, { status, today: ctx.clock.today() })) ?? [];
  },

  async listOfEnrolment(ctx: RequestContext, enrolmentId: string): Promise<CertificateRow[]> {
    return (await ctx.load(certificatesOfEnrolments, enrolmentId)) ?? [];
  },

  async verify(ctx: RequestContext, number: string, shareCode: string | null): Promise<Verified | null> {
    new InputCheck()
      .text(['number'], number, LONGEST_NUMBER)
      .text(['shareCode'], shareCode, LONGEST_NUMBER)
      .done();
    // Who knows the number was shown the certificate, whoever's it is.
    return ctx.tally(async (db) => {
      const certificate = await certificateRepository.findByNumber(db, number.trim());
      if (!certificate) return null;
      const hash = shareCode === null ? null : createHash('sha256').update(shareCode).digest();
      const shared =
        hash !== null && (await certificateRepository.isShared(db, certificate, hash, ctx.clock.today()));
      return { certificate, shared };
    });
  },
};

const certificatesById = oneEach(
  (db, keys) => certificateRepository.findByIds(db, keys),
  ({ id }) => id,
);

const certificatesOfPeople = manyEach(
  (db, people, asked: CertificatesAsked) => certificateRepository.findByPeople(db, people, asked),
  ({ personId }) => personId,
);

const certificatesOfEnrolments = manyEach(
  (db, keys) => certificateRepository.findByEnrolments(db, keys),
  ({ enrolmentId }) => enrolmentId ?? '',
);
