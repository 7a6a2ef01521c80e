import type { AgreementSlug } from '../contract/ids';
import { organizationId } from '../contract/ids';
import { DEMO_AGREEMENTS } from './agreements';
import { addDays, DEMO_TODAY, later } from './calendar';
import type { PlannedClass } from './classes';
import { CLASS_SEATS } from './classes';
import type { StoryEmployer, StorySkillDemand } from './employer.types';
import type { DemoProgrammeSlug } from './programmes';
import { DEMO_PROGRAMMES } from './programmes';
import type { Random } from './random';
import type { Scene } from './scene';
import type { StoryTrainingRequest, TrainingRequestStatus } from './training.types';
import type { CityCode, Day } from './vocabulary.types';

/** Skill demands of a block's employers, and the requests for training that answer them. */
export interface Demands {
  skillDemands: StorySkillDemand[];
  trainingRequests: StoryTrainingRequest[];
}

/** A need for people of one trade, before it is known what is done about it. */
interface Need {
  key: readonly (string | number)[];
  programme: DemoProgrammeSlug;
  city: CityCode;
  employer: StoryEmployer | null;
  agreement: AgreementSlug | null;
  headcount: number;
  statedOn: Day;
  neededBy: Day | null;
}

export function makeDemands(
  scene: Scene,
  classes: readonly PlannedClass[],
  employers: readonly StoryEmployer[],
): Demands {
  const random = scene.random('demands');
  const parts = [
    ...classes.flatMap((trainingClass) => answered(scene, random, trainingClass, employers)),
    unanswered(scene, random, employers),
    turning(scene, random, employers),
  ];
  return {
    skillDemands: parts.flatMap(({ skillDemands }) => skillDemands),
    trainingRequests: parts.flatMap(({ trainingRequests }) => trainingRequests),
  };
}

/** A class that was asked for: by the association for an employer's demand, or by the labour office without one. */
function answered(
  scene: Scene,
  random: Random,
  trainingClass: PlannedClass,
  employers: readonly StoryEmployer[],
): Demands {
  const { requestedBy, requestId, programme, city, startsOn, endsOn, agreement, status, number } =
    trainingClass;
  if (!requestId) return { skillDemands: [], trainingRequests: [] };
  const effectiveFrom =
    agreement === 'D2' || agreement === 'D3' ? DEMO_AGREEMENTS[agreement].effectiveFrom : startsOn;
  const asked = addDays(startsOn, -random.int(60, 110));
  const need: Need = {
    key: ['class', number],
    programme,
    city,
    employer: requestedBy === 'ASSOCIATION' ? pickEmployer(random, employers, city) : null,
    agreement,
    headcount: random.int(14, CLASS_SEATS),
    statedOn: status === 'FINISHED' ? later(asked, effectiveFrom) : addDays(DEMO_TODAY, -random.int(50, 90)),
    neededBy: addDays(endsOn, 30),
  };
  const request = requestOf(scene, need, {
    id: requestId,
    status: status === 'FINISHED' ? 'FULFILLED' : status === 'PLANNED' ? 'PROPOSED' : 'ACCEPTED',
    classes: [trainingClass],
    seatsReserved: status === 'PLANNED' ? 0 : requestedBy === 'ASSOCIATION' ? need.headcount : 8,
  });
  if (requestedBy === 'OFFICE') return { skillDemands: [], trainingRequests: [request] };
  const demand = demandOf(scene, need, status === 'FINISHED' ? 'MET' : 'REQUESTED', requestId);
  return { skillDemands: [demand], trainingRequests: [{ ...request, demandId: demand.id }] };
}

/** In every block one need of Kota Cilegon under D3 for which nobody has opened a class. */
function unanswered(scene: Scene, random: Random, employers: readonly StoryEmployer[]): Demands {
  const programme = random.pick<DemoProgrammeSlug>(['LAS-PIPA-6GR', 'LAS-ROBOTIK', 'LAS-BAWAH-AIR', 'PBL']);
  const need = freeNeed(random, employers, ['open'], programme, '36.72');
  const stated: Need = scene.block % 3 === 2 ? { ...need, employer: null } : need;
  return { skillDemands: [demandOf(scene, stated, 'OPEN', null)], trainingRequests: [] };
}

/** One more need whose request takes another turn in each block. */
function turning(scene: Scene, random: Random, employers: readonly StoryEmployer[]): Demands {
  const turns = ['SUBMITTED', 'DECLINED', 'WITHDRAWN', null] as const;
  const turn = turns[scene.block % turns.length] ?? null;
  const city: CityCode = turn === null ? '36.73' : '36.72';
  const programme: DemoProgrammeSlug = turn === null ? 'SABLON' : 'LAS-ROBOTIK';
  const need = freeNeed(random, employers, ['turning'], programme, city);
  if (turn === null) return { skillDemands: [demandOf(scene, need, 'OPEN', null)], trainingRequests: [] };
  const id = scene.id('request', 'turning');
  const status = turn === 'SUBMITTED' ? 'REQUESTED' : turn === 'WITHDRAWN' ? 'WITHDRAWN' : 'OPEN';
  const demand = demandOf(scene, need, status, id);
  const request = requestOf(scene, need, { id, status: turn, classes: [], seatsReserved: 0 });
  return { skillDemands: [demand], trainingRequests: [{ ...request, demandId: demand.id }] };
}

function freeNeed(
  random: Random,
  employers: readonly StoryEmployer[],
  key: readonly string[],
  programme: DemoProgrammeSlug,
  city: CityCode,
): Need {
  return {
    key,
    programme,
    city,
    employer: pickEmployer(random, employers, city),
    agreement: city === '36.72' ? 'D3' : null,
    headcount: random.int(12, 20),
    statedOn: addDays(DEMO_TODAY, -random.int(15, 180)),
    neededBy: random.chance(0.8) ? addDays(DEMO_TODAY, random.int(60, 220)) : null,
  };
}

function pickEmployer(random: Random, employers: readonly StoryEmployer[], city: CityCode): StoryEmployer {
  return random.pick(employers.filter((employer) => employer.city === city && employer.size !== 'MICRO'));
}

function demandOf(
  scene: Scene,
  need: Need,
  status: StorySkillDemand['status'],
  requestId: string | null,
): StorySkillDemand {
  const { units, occupations } = DEMO_PROGRAMMES[need.programme];
  return {
    id: scene.id('demand', ...need.key),
    employerId: need.employer?.id ?? null,
    occupation: occupations[0] ?? '7212',
    units,
    programme: need.programme,
    region: need.employer?.region ?? need.city,
    city: need.city,
    headcount: need.headcount,
    statedOn: need.statedOn,
    neededBy: need.neededBy,
    agreement: need.agreement,
    status,
    requestId,
  };
}

interface RequestState {
  id: string;
  status: TrainingRequestStatus;
  classes: readonly PlannedClass[];
  seatsReserved: number;
}

function requestOf(
  scene: Scene,
  need: Need,
  { id, status, classes, seatsReserved }: RequestState,
): StoryTrainingRequest {
  const { units, occupations } = DEMO_PROGRAMMES[need.programme];
  return {
    id,
    requestedById: organizationId(need.employer ? 'apindo' : 'disnaker-kota-cilegon'),
    employerId: need.employer?.id ?? null,
    demandId: null,
    agreement: need.agreement,
    programme: need.programme,
    occupation: occupations[0] ?? '7212',
    units,
    region: need.city,
    headcount: need.headcount,
    submittedOn: addDays(need.statedOn, 3 + (scene.block % 8)),
    neededBy: need.neededBy,
    status,
    classIds: classes.map((trainingClass) => trainingClass.id),
    allocation: classes[0]?.allocation ?? null,
    seatsReserved,
  };
}
