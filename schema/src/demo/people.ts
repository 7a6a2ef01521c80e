import { OVERSEAS_COUNTRIES } from './codes';
import { groupBy } from './grouping';
import type { Attendance } from './nominations';
import type { StoryInterests, StoryOverseasCase, StoryPerson } from './person.types';
import type { StoryPlacement } from './placement.types';
import { DEMO_PROGRAMMES } from './programmes';
import type { Random } from './random';
import { makeRegistrations } from './registrations';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { Deeds } from './timelines';
import { makeTimeline } from './timelines';
import type { Day, OverseasCountry, PlacementScheme } from './vocabulary.types';

interface Happenings {
  attendances: readonly Attendance[];
  placements: readonly StoryPlacement[];
  overseasCases: readonly StoryOverseasCase[];
}

/** The people of a block with their registrations and steps, made to fit what happened to them. */
export function makePeople(
  scene: Scene,
  residents: readonly Resident[],
  happenings: Happenings,
): StoryPerson[] {
  const random = scene.random('people');
  const attendances = groupBy(happenings.attendances, ({ resident }) => resident.id);
  const placements = groupBy(
    [...happenings.placements].sort((left, right) => (left.startsOn < right.startsOn ? -1 : 1)),
    ({ personId }) => personId,
  );
  const overseasCases = groupBy(happenings.overseasCases, ({ personId }) => personId);
  return residents.map((resident) =>
    makePerson(scene, random, resident, {
      attendances: attendances.get(resident.id) ?? [],
      placements: placements.get(resident.id) ?? [],
      overseasCases: overseasCases.get(resident.id) ?? [],
    }),
  );
}

function makePerson(scene: Scene, random: Random, resident: Resident, deeds: Deeds): StoryPerson {
  const timeline = makeTimeline(scene, random, resident, deeds);
  const current = deeds.placements.find(({ endsOn }) => endsOn === null);
  const attending = deeds.attendances.find(({ enrolment }) => enrolment?.stage === 'ENROLLED');
  return {
    id: resident.id,
    block: scene.block,
    number: resident.number,
    city: resident.city,
    district: resident.district,
    officeId: resident.officeId,
    sex: resident.sex,
    birthDate: resident.birthDate,
    education: resident.education,
    disability: resident.disability,
    registrations: makeRegistrations(scene, random, resident, timeline, deeds),
    journey: timeline.journey,
    interview: timeline.interview,
    interests: timeline.mappedOn ? interestsOf(scene, random, resident, deeds, timeline.mappedOn) : null,
    resemblesId: resident.resemblesId,
    enrolledSince: attending?.trainingClass.startsOn ?? null,
    placedSince: current?.startsOn ?? null,
    placedScheme: current?.scheme ?? null,
  };
}

/** What the person wants, with what they were later nominated for among it. */
function interestsOf(
  scene: Scene,
  random: Random,
  { number, city, sought }: Resident,
  { attendances, overseasCases }: Deeds,
  mappedOn: Day,
): StoryInterests {
  const programmes = attendances.map(({ trainingClass }) => DEMO_PROGRAMMES[trainingClass.programme]);
  const trades = programmes.flatMap(({ occupations }) => occupations.slice(0, 1));
  const countries = new Set<OverseasCountry>(overseasCases.map(({ country }) => country));
  for (const { country } of programmes) if (country) countries.add(country);
  if (countries.size === 0 && random.chance(0.14)) countries.add(random.pick(OVERSEAS_COUNTRIES));
  const schemes = new Set<PlacementScheme>(overseasCases.map(({ scheme }) => scheme));
  if (schemes.size === 0 && countries.size > 0) schemes.add(random.pick(['MAGANG_LN', 'PMI']));
  if (countries.size === 0) schemes.add(random.chance(0.15) ? 'SELF_EMPLOYMENT' : 'EMPLOYMENT');
  if (random.chance(0.12)) schemes.add('MAGANG_DN');
  return {
    id: scene.id('interests', number),
    mappedOn,
    occupations: [...new Set([...trades, ...sought])].slice(0, 3),
    regions: random.chance(0.3) ? [city, random.pick(['36', '31', '32'])] : [city],
    countries: [...countries],
    schemes: [...schemes],
  };
}
