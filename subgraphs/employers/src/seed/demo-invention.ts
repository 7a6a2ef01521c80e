import { DEMO_OCCUPATIONS } from '@simpul/schema/demo/codes';
import type { StoryEmployer, StoryVacancy } from '@simpul/schema/demo/employer.types';

/** Trades in a company's name, by industry. */
const TRADES: Readonly<Record<string, string>> = {
  A02: 'Rimba',
  C10: 'Pangan',
  C18: 'Grafika',
  C20: 'Kimia',
  C24: 'Baja',
  C25: 'Logam',
  F42: 'Konstruksi',
  G47: 'Niaga',
  H52: 'Gudang',
  I56: 'Boga',
};

const FIRST_WORDS = [
  ...['Adiwarna', 'Bintara', 'Cakrasena', 'Dwiloka', 'Ekasari', 'Fajarindah', 'Gemilaya', 'Hastakarya'],
  ...['Indrasari', 'Jayamukti', 'Kartanusa', 'Lingkarasa', 'Mandalika', 'Nusarupa', 'Oktasena', 'Purnaloka'],
];
const LAST_WORDS = [
  ...['Abadi', 'Bersama', 'Cemerlang', 'Damai', 'Harapan', 'Karya', 'Lestari', 'Makmur'],
  ...['Mandiri', 'Persada', 'Prima', 'Sejahtera', 'Sentosa', 'Tunggal', 'Utama', 'Wibawa'],
];

const SKILLS: Readonly<Record<string, readonly string[]>> = {
  '7212': ['Membaca gambar teknik', 'Mengelas posisi datar dan tegak'],
  '7541': ['Menyelam dengan alat pasok permukaan', 'Mengelas basah'],
  '7322': ['Menyiapkan layar', 'Mencampur tinta'],
  '5132': ['Menyeduh espreso', 'Melayani tamu'],
  '5223': ['Melayani pembeli', 'Menata barang'],
  '7223': ['Menyetel mesin perkakas', 'Memakai alat ukur'],
  '8121': ['Mengawasi tungku', 'Mencatat hasil produksi'],
  '8131': ['Menakar bahan', 'Menjalankan prosedur keselamatan'],
  '7233': ['Merawat mesin', 'Mencari gangguan'],
  '4321': ['Mencatat stok', 'Mengemudikan forklift'],
  '4226': ['Menerima tamu', 'Mengoperasikan komputer'],
};

const NAME_OF = new Map(DEMO_OCCUPATIONS.map(({ code, name }) => [code, name]));

/** Chooses by the id itself: the same row comes out the same in every run, whatever came before it. */
export function pickBy<T>(id: string, salt: number, list: readonly T[]): T {
  const digits = id.replaceAll('-', '').slice(salt, salt + 5);
  const choice = list[parseInt(digits, 16) % list.length];
  if (choice === undefined) throw new RangeError('An empty list has nothing to pick.');
  return choice;
}

/** An invented company name that says that it is one. */
export function companyName({ id, industry, size }: StoryEmployer): string {
  const form = size === 'MICRO' || size === 'SMALL' ? 'CV' : 'PT';
  const words = [pickBy(id, 0, FIRST_WORDS), TRADES[industry] ?? 'Usaha', pickBy(id, 19, LAST_WORDS)];
  return `${form} ${words.join(' ')} (demo)`;
}

/** What a vacancy says besides the story: text, wage, ages. Fields that the story calls missing stay empty. */
export function advertisement(vacancy: StoryVacancy): {
  title: string;
  skills: string[];
  experienceMonths: number | null;
  wageFrom: number | null;
  wageTo: number | null;
  minAge: number | null;
  maxAge: number | null;
  sex: 'MALE' | 'FEMALE' | null;
} {
  const { id, occupation, scheme, reporting } = vacancy;
  const absent = new Set<string>(reporting.missing);
  const wage = { EMPLOYMENT: 4_400_000, MAGANG_DN: 2_600_000, PMI: 17_500_000 }[scheme];
  const wageFrom = absent.has('wageFrom') ? null : wage + 100_000 * pickBy(id, 4, [0, 2, 4, 6, 9, 12]);
  return {
    title: `${NAME_OF.get(occupation) ?? 'Tenaga kerja'} (demo)`,
    skills: absent.has('skills') ? [] : [...(SKILLS[occupation] ?? ['Bekerja dalam tim'])],
    experienceMonths: absent.has('experienceMonths') ? null : pickBy(id, 8, [0, 0, 6, 12, 12, 24, 36]),
    wageFrom,
    wageTo: wageFrom === null ? null : wageFrom + pickBy(id, 19, [0, 500_000, 1_200_000]),
    minAge: pickBy(id, 21, [18, 18, 18, null]),
    maxAge: pickBy(id, 23, [null, null, 35, 40, 45]),
    sex: pickBy(id, 25, [null, null, null, null, 'MALE', 'FEMALE']),
  };
}
