import type { EmployerSize, StoryEmployer } from './employer.types';
import { DEMO_INDUSTRIAL_AREAS, DISTRICTS } from './codes';
import type { Random } from './random';
import type { Scene } from './scene';
import { makeReports } from './reports';
import type { CityCode } from './vocabulary.types';

/** Employers of a block: seven in Kota Serang, seven in Kota Cilegon, one in Kabupaten Serang. */
const EMPLOYERS_PER_BLOCK = 15;

/** Number of the employer outside both cities; it reports its workforce but posts no vacancy here. */
export const OUTSIDE_EMPLOYER = 14;

const INDUSTRIES: Readonly<Record<CityCode, readonly string[]>> = {
  '36.73': ['C18', 'I56', 'G47', 'C10', 'C25', 'H52', 'A02'],
  '36.72': ['C24', 'C20', 'C25', 'C24', 'F42', 'H52', 'I56'],
};

const SIZES: readonly EmployerSize[] = ['LARGE', 'MEDIUM', 'SMALL', 'LARGE', 'MEDIUM', 'SMALL', 'MICRO'];

/** The employers of a block with their workforce reports. */
export function makeEmployers(scene: Scene): StoryEmployer[] {
  const random = scene.random('employers');
  return Array.from({ length: EMPLOYERS_PER_BLOCK }, (_, number) => makeEmployer(scene, random, number));
}

function makeEmployer(scene: Scene, random: Random, number: number): StoryEmployer {
  const id = scene.id('employer', number);
  const home: CityCode = number < 7 ? '36.73' : '36.72';
  const outside = number === OUTSIDE_EMPLOYER;
  const size = outside ? 'LARGE' : (SIZES[number % SIZES.length] ?? 'SMALL');
  const city = outside ? '36.04' : home;
  const inArea = size === 'LARGE' || (size === 'MEDIUM' && random.chance(0.5));
  return {
    id,
    block: scene.block,
    number,
    nib: `99${String(scene.block).padStart(6, '0')}${String(number).padStart(5, '0')}`,
    city,
    region: outside ? '36.04' : random.weighted(DISTRICTS[home]),
    industrialArea: inArea && !outside ? random.pick(DEMO_INDUSTRIAL_AREAS[home]) : null,
    industry: outside ? 'C10' : (INDUSTRIES[home][number % 7] ?? 'C25'),
    size,
    member: size === 'LARGE' || random.chance(size === 'MEDIUM' ? 0.7 : 0.35),
    reports: makeReports(scene, { number, city, size }),
  };
}
