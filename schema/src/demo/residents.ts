import { organizationId } from '../contract/ids';
import { addDays, ageOf, DEMO_TODAY } from './calendar';
import { DISTRICTS, WORK_OCCUPATIONS } from './codes';
import type { Random } from './random';
import type { Scene } from './scene';
import { BLOCK_SIZE } from './scene';
import type { CityCode, Day, EducationLevel, Sex } from './vocabulary.types';

/** Labour office of each city. */
export const OFFICE_OF: Readonly<Record<CityCode, string>> = {
  '36.73': organizationId('disnakertrans-kota-serang'),
  '36.72': organizationId('disnaker-kota-cilegon'),
};

/** Who someone is, before anything happens to them. */
export interface Resident {
  id: string;
  number: number;
  city: CityCode;
  district: string;
  officeId: string;
  sex: Sex;
  birthDate: Day;
  age: number;
  education: EducationLevel;
  disability: boolean;
  sought: readonly string[];
  siapkerja: boolean;
  /** Pupil of an SMK whom a labour office knows. */
  student: boolean;
  resemblesId: string | null;
}

/** Numbers of the people of Kota Serang come first. */
const SERANG_PEOPLE = 150;
const STUDENTS: ReadonlySet<number> = new Set([148, 149, 249]);

/** Pairs of numbers that are likely one human being: in one office, across both, and by the same number. */
export const LOOKALIKES = { within: [10, 11], across: [20, 170], sameNumber: [30, 180] } as const;

const RESEMBLES: ReadonlyMap<number, number> = new Map(
  Object.values(LOOKALIKES).map(([first, second]) => [second, first]),
);

const AGES: readonly (readonly [readonly [number, number], number])[] = [
  [[18, 19], 12],
  [[20, 29], 48],
  [[30, 44], 28],
  [[45, 54], 9],
  [[55, 60], 3],
];

const EDUCATION: readonly (readonly [EducationLevel, number])[] = [
  ['NONE', 1],
  ['SD', 6],
  ['SMP', 13],
  ['SMA', 30],
  ['SMK', 34],
  ['DIPLOMA', 7],
  ['BACHELOR', 8],
  ['POSTGRADUATE', 1],
];

/** The 250 people of a block: 150 of Kota Serang, 100 of Kota Cilegon. */
export function makeResidents(scene: Scene): Resident[] {
  const random = scene.random('residents');
  const people: Resident[] = [];
  for (let number = 0; number < BLOCK_SIZE; number++) {
    const original = RESEMBLES.get(number);
    people.push(makeResident(scene, random, number, original === undefined ? undefined : people[original]));
  }
  return people;
}

function makeResident(
  scene: Scene,
  random: Random,
  number: number,
  original: Resident | undefined,
): Resident {
  const city: CityCode = number < SERANG_PEOPLE ? '36.73' : '36.72';
  const student = STUDENTS.has(number);
  const birthDate =
    original?.birthDate ?? (student ? bornAt(random, 16, 18) : bornAt(random, ...random.weighted(AGES)));
  return {
    id: scene.id('person', number),
    number,
    city,
    district: random.weighted(DISTRICTS[city]),
    officeId: OFFICE_OF[city],
    sex: original?.sex ?? (random.chance(0.54) ? 'MALE' : 'FEMALE'),
    birthDate,
    age: ageOf(birthDate),
    education: student ? 'SMP' : random.weighted(EDUCATION),
    disability: random.chance(0.02),
    sought: soughtBy(random),
    siapkerja: !student && random.chance(0.71),
    student,
    resemblesId: original?.id ?? null,
  };
}

/** One to three trades; welding is sought by about one person in three, as the region's industry is metal. */
function soughtBy(random: Random): string[] {
  const others = random.sample(WORK_OCCUPATIONS, random.int(1, 2));
  return random.chance(0.28) ? [...new Set(['7212', ...others])] : others;
}

function bornAt(random: Random, youngest: number, oldest: number): Day {
  const age = random.int(youngest, oldest);
  return addDays(DEMO_TODAY, -Math.ceil(age * 365.25) - random.int(1, 363));
}
