import { addDays, addMonths, DEMO_TODAY } from './calendar';
import type { Attendance } from './nominations';
import type { DemoProgrammeSlug } from './programmes';
import { DEMO_PROGRAMMES } from './programmes';
import type { Random } from './random';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { StoryCertificate } from './training.types';
import type { Day } from './vocabulary.types';

/** Certificates are valid for three years. */
const VALID_MONTHS = 36;

/** A certificate before it is known whether its holder has found work. */
export type EarnedCertificate = Omit<StoryCertificate, 'placedSince'>;

interface Award {
  id: string;
  resident: Resident;
  enrolmentId: string | null;
  programme: DemoProgrammeSlug;
  issuedOn: Day;
  revokedOn: Day | null;
}

/** Certificates of the block's graduates, and of a few who came with an older one. */
export function makeCertificates(
  scene: Scene,
  attendances: readonly Attendance[],
  residents: readonly Resident[],
): EarnedCertificate[] {
  const random = scene.random('certificates');
  return [...ofGraduates(scene, random, attendances), ...ofEarlierYears(scene, random, residents)];
}

function ofGraduates(scene: Scene, random: Random, attendances: readonly Attendance[]): EarnedCertificate[] {
  return attendances.flatMap(({ resident, trainingClass, enrolment }) => {
    if (enrolment?.stage !== 'COMPLETED' || !random.chance(0.88)) return [];
    const issuedOn = addDays(trainingClass.endsOn, random.int(5, 14));
    if (issuedOn > DEMO_TODAY) return [];
    const revoked = random.chance(0.02) && addDays(issuedOn, 20) <= DEMO_TODAY;
    return certificate({
      id: scene.id('certificate', enrolment.id),
      resident,
      enrolmentId: enrolment.id,
      programme: trainingClass.programme,
      issuedOn,
      revokedOn: revoked ? addDays(issuedOn, 20) : null,
    });
  });
}

const EARLIER_PROGRAMMES: readonly DemoProgrammeSlug[] = ['LAS-PIPA-6GR', 'LAS-ROBOTIK', 'SABLON', 'BARISTA'];

/** One long expired, one that ran out lately or soon will, one still valid; every fourth block has one revoked. */
function ofEarlierYears(scene: Scene, random: Random, residents: readonly Resident[]): EarnedCertificate[] {
  const ages: readonly (readonly [number, number])[] = [
    [1500, 1900],
    [1050, 1200],
    [400, 900],
  ];
  const holders = random.sample(
    residents.filter(({ age }) => age >= 25),
    ages.length,
  );
  return ages.flatMap(([least, most], index) => {
    const resident = holders[index];
    if (!resident) return [];
    const issuedOn = addDays(DEMO_TODAY, -random.int(least, most));
    const revoked = index === 2 && scene.block % 4 === 3;
    return certificate({
      id: scene.id('certificate-earlier', index),
      resident,
      enrolmentId: null,
      programme: random.pick(EARLIER_PROGRAMMES),
      issuedOn,
      revokedOn: revoked ? addDays(issuedOn, 200) : null,
    });
  });
}

/** The certificate of an award, in the state of the demonstration's day. */
export function certificate(award: Award): EarnedCertificate {
  const { resident, programme, issuedOn, revokedOn } = award;
  const { scheme, qualifier, units, kkni } = DEMO_PROGRAMMES[programme];
  const validUntil = addDays(addMonths(issuedOn, VALID_MONTHS), -1);
  return {
    id: award.id,
    personId: resident.id,
    enrolmentId: award.enrolmentId,
    programme,
    scheme,
    qualifier,
    units,
    kkni,
    issuedOn,
    validUntil,
    status: revokedOn ? 'REVOKED' : validUntil < DEMO_TODAY ? 'EXPIRED' : 'VALID',
    revokedOn,
    district: resident.district,
  };
}
