import type { FacilitySlug, SchoolSlug } from '../contract/ids';
import { addDays, DEMO_TODAY } from './calendar';
import type { EarnedCertificate } from './certificates';
import { certificate } from './certificates';
import type { StoryEmployer } from './employer.types';
import type { GuardianConsentStatus, InternshipStatus, StoryInternship } from './placement.types';
import type { Random } from './random';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { Day } from './vocabulary.types';

/** Length of an internship in days. */
const DAYS = 90;

/** State of each internship of a block, with the days from its end to the demonstration's day at least and at most. */
const PLANS: readonly (readonly [InternshipStatus, endsBetween: readonly [number, number]])[] = [
  ['PLANNED', [110, 150]],
  ['PLANNED', [110, 150]],
  ['GUARDIAN_CONSENTED', [95, 120]],
  ['RUNNING', [2, 15]],
  ['RUNNING', [2, 15]],
  ['RUNNING', [20, 80]],
  ['ASSESSED', [-40, -5]],
  ['CERTIFIED', [-70, -20]],
  ['CERTIFIED', [-160, -80]],
  ['CANCELLED', [10, 60]],
];

const SCHOOLS: readonly SchoolSlug[] = ['smk-demo-1', 'smk-demo-2', 'smk-demo-3'];
const FACILITIES: readonly FacilitySlug[] = ['LAS-ROBOTIK', 'LAS-PIPA-6GR', 'DEMO-RUANG-KELAS'];
const TRADES: readonly string[] = ['7212', '7233', '7322', '7223', '8121'];

/** Internships whose student a labour office knows, by their place in the plan. */
const KNOWN: ReadonlyMap<number, number> = new Map([
  [0, 0],
  [4, 1],
  [7, 2],
]);

export interface Internships {
  internships: StoryInternship[];
  certificates: EarnedCertificate[];
}

/** The internships of a block and the certificates of those students whom a labour office knows. */
export function makeInternships(
  scene: Scene,
  residents: readonly Resident[],
  employers: readonly StoryEmployer[],
): Internships {
  const random = scene.random('internships');
  const students = residents.filter(({ student }) => student);
  const hosts = employers.filter(({ size }) => size === 'LARGE' || size === 'MEDIUM');
  const certificates: EarnedCertificate[] = [];
  const internships = PLANS.map(([status, window], number): StoryInternship => {
    const known = KNOWN.get(number);
    const student = known === undefined ? undefined : students[known];
    const minor = student ? student.age < 18 : random.chance(0.75);
    const endsOn = addDays(DEMO_TODAY, random.int(...window));
    const startsOn = addDays(endsOn, -DAYS);
    const atFacility = random.chance(0.3);
    const certificationPlanned = status === 'CERTIFIED' || random.chance(0.7);
    const earned = student && status === 'CERTIFIED' ? certificateOf(scene, number, student, endsOn) : null;
    if (earned) certificates.push(earned);
    return {
      id: scene.id('internship', number),
      school: random.pick(SCHOOLS),
      studentId: student?.id ?? null,
      minor,
      ...consentOf(random, { status, minor, startsOn }),
      employerId: atFacility ? null : random.pick(hosts).id,
      facility: atFacility ? random.pick(FACILITIES) : null,
      occupation: random.pick(TRADES),
      startsOn,
      endsOn,
      status,
      certificationPlanned,
      certificateId: earned?.id ?? null,
    };
  });
  return { internships, certificates };
}

function certificateOf(scene: Scene, number: number, resident: Resident, endsOn: Day): EarnedCertificate {
  return certificate({
    id: scene.id('certificate-internship', number),
    resident,
    enrolmentId: null,
    programme: 'MAGANG-SMK',
    issuedOn: addDays(endsOn, 10),
    revokedOn: null,
  });
}

/** A place may be agreed, and even run, without the guardian's consent: that is what the question looks for. */
function consentOf(
  random: Random,
  { status, minor, startsOn }: { status: InternshipStatus; minor: boolean; startsOn: Day },
): { guardianConsent: GuardianConsentStatus; guardianConsentOn: Day | null } {
  if (!minor) return { guardianConsent: 'NOT_NEEDED', guardianConsentOn: null };
  const guardianConsent = statusOfConsent(random, status);
  const givenOn = addDays(startsOn < DEMO_TODAY ? startsOn : DEMO_TODAY, -random.int(2, 20));
  return { guardianConsent, guardianConsentOn: guardianConsent === 'MISSING' ? null : givenOn };
}

function statusOfConsent(random: Random, status: InternshipStatus): GuardianConsentStatus {
  switch (status) {
    case 'PLANNED':
      return random.chance(0.75) ? 'MISSING' : 'GIVEN';
    case 'RUNNING':
      return random.chance(0.25) ? 'MISSING' : 'GIVEN';
    case 'CANCELLED':
      return random.chance(0.6) ? 'WITHDRAWN' : 'GIVEN';
    case 'GUARDIAN_CONSENTED':
    case 'ASSESSED':
    case 'CERTIFIED':
      return 'GIVEN';
  }
}
