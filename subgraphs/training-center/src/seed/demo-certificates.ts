import { createHash } from 'node:crypto';
import { type NewRow, insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { type AgreementSlug, agreementId, programmeId } from '@simpul/schema/contract/ids';
import { DEMO_TODAY, addMonths } from '@simpul/schema/demo/calendar';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { StoryCertificate } from '@simpul/schema/demo/training.types';
import type { EntityManager } from 'typeorm';

const CERTIFICATION_BODY = 'LSP Contoh (demo)';

/** How many of 256 holders have given out a share code. */
const SHARING = 26;

const SHARES_END = addMonths(DEMO_TODAY, 12);

export async function loadCertificates(db: EntityManager, story: StoryBlock): Promise<void> {
  const { certificates } = story;
  const agreements = agreementsOfEnrolments(story);
  await insertRows(
    db,
    'certificate',
    certificates.map((certificate) => certificateRow(certificate, agreements)),
  );
  await insertRows(db, 'certificate_unit', certificates.flatMap(unitRows));
  await insertRows(db, 'certificate_share', certificates.filter(isShared).map(shareRow));
  await insertRows(db, 'event', certificates.map(certifiedEvent));
}

function agreementsOfEnrolments({ classes, enrolments }: StoryBlock): ReadonlyMap<string, AgreementSlug> {
  const byClass = new Map(classes.map(({ id, agreement }) => [id, agreement]));
  return new Map(
    enrolments.flatMap(({ id, classId }) => {
      const agreement = byClass.get(classId);
      return agreement ? [[id, agreement] as const] : [];
    }),
  );
}

function certificateRow(
  certificate: StoryCertificate,
  agreements: ReadonlyMap<string, AgreementSlug>,
): NewRow {
  const agreement = agreements.get(certificate.enrolmentId ?? '');
  return {
    person_id: certificate.personId,
    id: certificate.id,
    number: numberOf(certificate),
    programme_id: programmeId(certificate.programme),
    enrolment_id: certificate.enrolmentId,
    agreement_id: agreement ? agreementId(agreement) : null,
    scheme: certificate.scheme,
    qualifier: certificate.qualifier,
    units: certificate.units,
    kkni: certificate.kkni,
    certification_body: CERTIFICATION_BODY,
    issued_on: certificate.issuedOn,
    valid_until: certificate.validUntil,
    revoked_on: certificate.revokedOn,
    demo: true,
  };
}

/** Starts with DEMO, which no real number does. */
function numberOf({ id, issuedOn }: StoryCertificate): string {
  return `DEMO-${issuedOn.slice(0, 4)}-${id.replaceAll('-', '').slice(0, 12).toUpperCase()}`;
}

function unitRows({ id, personId, units, validUntil, revokedOn }: StoryCertificate): NewRow[] {
  return units.map((unit) => ({
    person_id: personId,
    certificate_id: id,
    unit_code: unit,
    proven_until: revokedOn === null ? validUntil : '-infinity',
  }));
}

function isShared({ id }: StoryCertificate): boolean {
  return parseInt(id.slice(0, 2), 16) < SHARING;
}

/** The code is the certificate's number with another beginning: a demonstration has no secrets, real codes are random. */
function shareRow(certificate: StoryCertificate): NewRow {
  const code = numberOf(certificate).replace('DEMO', 'BAGI');
  return {
    person_id: certificate.personId,
    certificate_id: certificate.id,
    code_hash: `\\x${createHash('sha256').update(code).digest('hex')}`,
    valid_until: SHARES_END,
  };
}

function certifiedEvent({ id, personId, programme, units, issuedOn, validUntil }: StoryCertificate): NewRow {
  return loadedEvent({
    aggregateType: 'Certificate',
    aggregateId: id,
    type: 'PersonCertified',
    occurredOn: issuedOn,
    payload: { person: personId, programme: programmeId(programme), units, validUntil },
    demo: true,
  });
}
