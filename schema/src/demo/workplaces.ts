import { earlier, DEMO_TODAY } from './calendar';
import type { PlannedClass } from './classes';
import type { StoryEmployer } from './employer.types';
import type { Offer } from './offers';
import type { DestinationArea, StoryDestination, StoryPlacement } from './placement.types';
import type { DemoProgrammeSlug } from './programmes';
import type { Random } from './random';
import type { Resident } from './residents';
import type { Day } from './vocabulary.types';

/** Who starts work when, and as what. */
interface Seeker {
  resident: Resident;
  trainingClass: PlannedClass | null;
  occupation: string;
  startsOn: Day;
}

/** Where someone goes to work in Indonesia. */
export type Work = Pick<
  StoryPlacement,
  'employerId' | 'vacancyId' | 'occupation' | 'scheme' | 'channel' | 'destination'
>;

/** Trades that people take up on their own account more often than others. */
const CRAFTS: ReadonlySet<DemoProgrammeSlug> = new Set(['SABLON', 'BARISTA', 'AGROFORESTRI']);

type DomesticScheme = 'EMPLOYMENT' | 'SELF_EMPLOYMENT' | 'MAGANG_DN';

const AREAS: readonly (readonly [Exclude<DestinationArea, 'OVERSEAS'>, number])[] = [
  ['OWN_CITY', 55],
  ['BANTEN', 18],
  ['JABODETABEK', 14],
  ['JAVA', 6],
  ['OUTSIDE_JAVA', 7],
];

/** Regencies and cities by area; Tangerang lies in Banten and belongs to Jabodetabek all the same. */
const REGIONS: Readonly<Record<'BANTEN' | 'JABODETABEK' | 'JAVA' | 'OUTSIDE_JAVA', readonly string[]>> = {
  BANTEN: ['36.04', '36.02'],
  JABODETABEK: ['36.71', '32.16', '31.75'],
  JAVA: ['32.73', '33.74', '35.78'],
  OUTSIDE_JAVA: ['18.71', '21.71', '64.71'],
};

/** The employers and open posts of a block; remembers which posts were taken, and when. */
export class Workplaces {
  private readonly posts = new Map<string, Day[]>();

  constructor(
    private readonly employers: readonly StoryEmployer[],
    private readonly offers: readonly Offer[],
  ) {}

  get taken(): ReadonlyMap<string, readonly Day[]> {
    return this.posts;
  }

  find(random: Random, seeker: Seeker): Work {
    const scheme = schemeOf(random, seeker.trainingClass);
    const destination = destinationOf(random, scheme, seeker.resident);
    const nowhere = { employerId: null, vacancyId: null, channel: null };
    if (scheme === 'SELF_EMPLOYMENT')
      return { ...nowhere, occupation: seeker.occupation, scheme, destination };
    const channel = scheme === 'MAGANG_DN' ? null : destination.area === 'OWN_CITY' ? 'AKL' : 'AKAD';
    const offer = random.chance(0.95) ? this.openPost(random, seeker, scheme, destination) : undefined;
    if (offer) {
      this.posts.set(offer.id, [...(this.posts.get(offer.id) ?? []), seeker.startsOn]);
      const { id, occupation, employer } = offer;
      return { employerId: employer.id, vacancyId: id, occupation, scheme, channel, destination };
    }
    const employerId = this.employerIn(random, destination).id;
    return { employerId, vacancyId: null, occupation: seeker.occupation, scheme, channel, destination };
  }

  /** Graduates take posts of their trade; people without training take what is open. */
  private openPost(
    random: Random,
    { startsOn, occupation, trainingClass }: Seeker,
    scheme: DomesticScheme,
    destination: StoryDestination,
  ): Offer | undefined {
    const fitting = this.offers.filter(
      (offer) =>
        offer.scheme === scheme &&
        offer.fate !== 'UNREPORTED' &&
        offer.openedOn !== null &&
        offer.closesOn !== null &&
        offer.openedOn <= startsOn &&
        startsOn <= earlier(offer.closesOn, DEMO_TODAY) &&
        offer.employer.city === destination.region &&
        (offer.occupation === occupation || trainingClass === null) &&
        (this.posts.get(offer.id)?.length ?? 0) < offer.openings,
    );
    return fitting.length > 0 ? random.pick(fitting) : undefined;
  }

  /** Beyond the cities the large employers send people to their sites elsewhere. */
  private employerIn(random: Random, { region }: StoryDestination): StoryEmployer {
    const near = this.employers.filter(({ city }) => city === region);
    return random.pick(near.length > 0 ? near : this.employers.filter(({ size }) => size === 'LARGE'));
  }
}

function schemeOf(random: Random, trainingClass: PlannedClass | null): DomesticScheme {
  const [employment, own, apprentice] = weightsOf(trainingClass);
  return random.weighted<DomesticScheme>([
    ['EMPLOYMENT', employment],
    ['SELF_EMPLOYMENT', own],
    ['MAGANG_DN', apprentice],
  ]);
}

function weightsOf(trainingClass: PlannedClass | null): readonly [number, number, number] {
  if (trainingClass === null) return [80, 10, 10];
  if (trainingClass.agreement === 'D3') return [60, 5, 35];
  return CRAFTS.has(trainingClass.programme) ? [50, 42, 8] : [74, 10, 16];
}

function destinationOf(random: Random, scheme: DomesticScheme, { city }: Resident): StoryDestination {
  const area = scheme === 'EMPLOYMENT' ? random.weighted(AREAS) : 'OWN_CITY';
  if (area === 'OWN_CITY') return { area, region: city, country: 'ID' };
  const otherCity = city === '36.73' ? '36.72' : '36.73';
  const regions = area === 'BANTEN' ? [otherCity, otherCity, ...REGIONS.BANTEN] : REGIONS[area];
  return { area, region: random.pick(regions), country: 'ID' };
}
