import type { CityCode, OverseasCountry } from './vocabulary.types';

export interface CodeRow {
  code: string;
  name: string;
  /** Code one level up; null at the top. */
  parent: string | null;
}

/** Version of the occupation codes: KBJI 2014 numbers as ISCO-08 does; its own names are not at hand. */
export const OCCUPATION_VERSION = 'KBJI 2014 (descriptive names)';

/** Occupations of the demonstration with all their parents. */
export const DEMO_OCCUPATIONS: readonly CodeRow[] = [
  { code: '4', name: 'Tenaga tata usaha', parent: null },
  { code: '42', name: 'Tenaga layanan pelanggan', parent: '4' },
  { code: '422', name: 'Tenaga informasi pelanggan', parent: '42' },
  { code: '4226', name: 'Resepsionis', parent: '422' },
  { code: '43', name: 'Tenaga pencatatan numerik dan barang', parent: '4' },
  { code: '432', name: 'Tenaga pencatatan barang dan angkutan', parent: '43' },
  { code: '4321', name: 'Tenaga gudang', parent: '432' },
  { code: '5', name: 'Tenaga usaha jasa dan penjualan', parent: null },
  { code: '51', name: 'Tenaga jasa perorangan', parent: '5' },
  { code: '513', name: 'Pramusaji dan bartender', parent: '51' },
  { code: '5132', name: 'Bartender', parent: '513' },
  { code: '52', name: 'Tenaga penjualan', parent: '5' },
  { code: '522', name: 'Tenaga penjualan di toko', parent: '52' },
  { code: '5223', name: 'Pramuniaga toko', parent: '522' },
  { code: '53', name: 'Tenaga perawatan perorangan', parent: '5' },
  { code: '532', name: 'Tenaga perawatan kesehatan perorangan', parent: '53' },
  { code: '5322', name: 'Pengasuh dan perawat di rumah', parent: '532' },
  { code: '6', name: 'Pekerja terampil pertanian, kehutanan, dan perikanan', parent: null },
  { code: '62', name: 'Pekerja terampil kehutanan dan perikanan', parent: '6' },
  { code: '621', name: 'Pekerja kehutanan', parent: '62' },
  { code: '6210', name: 'Pekerja kehutanan', parent: '621' },
  { code: '7', name: 'Pekerja pengolahan dan kerajinan', parent: null },
  { code: '72', name: 'Pekerja logam dan mesin', parent: '7' },
  { code: '721', name: 'Pekerja pelat, cetakan, dan las logam', parent: '72' },
  { code: '7212', name: 'Tukang las dan pemotong logam dengan api', parent: '721' },
  { code: '722', name: 'Pandai besi dan pembuat perkakas', parent: '72' },
  { code: '7223', name: 'Penyetel dan operator mesin perkakas', parent: '722' },
  { code: '723', name: 'Mekanik mesin', parent: '72' },
  { code: '7233', name: 'Mekanik mesin pertanian dan industri', parent: '723' },
  { code: '73', name: 'Pekerja kerajinan tangan dan percetakan', parent: '7' },
  { code: '732', name: 'Pekerja percetakan', parent: '73' },
  { code: '7322', name: 'Pencetak', parent: '732' },
  { code: '75', name: 'Pekerja pengolahan makanan, kayu, dan lainnya', parent: '7' },
  { code: '754', name: 'Pekerja kerajinan lainnya', parent: '75' },
  { code: '7541', name: 'Penyelam', parent: '754' },
  { code: '8', name: 'Operator dan perakit mesin', parent: null },
  { code: '81', name: 'Operator mesin dan pabrik stasioner', parent: '8' },
  { code: '812', name: 'Operator pabrik pengolahan logam', parent: '81' },
  { code: '8121', name: 'Operator pengolahan logam', parent: '812' },
  { code: '813', name: 'Operator pabrik kimia', parent: '81' },
  { code: '8131', name: 'Operator mesin produk kimia', parent: '813' },
  { code: '816', name: 'Operator mesin makanan', parent: '81' },
  { code: '8160', name: 'Operator mesin pengolahan makanan', parent: '816' },
];

/** Codes of four digits, those that people seek and vacancies offer. */
export const WORK_OCCUPATIONS: readonly string[] = DEMO_OCCUPATIONS.map(({ code }) => code).filter(
  (code) => code.length === 4,
);

/** Version of the industry codes. */
export const INDUSTRY_VERSION = 'KBLI 2020 (descriptive names)';

/** Sections and divisions of the demonstration's employers. */
export const DEMO_INDUSTRIES: readonly CodeRow[] = [
  { code: 'A', name: 'Pertanian, Kehutanan, dan Perikanan', parent: null },
  { code: 'A02', name: 'Kehutanan dan Pemanenan Kayu', parent: 'A' },
  { code: 'C', name: 'Industri Pengolahan', parent: null },
  { code: 'C10', name: 'Industri Makanan', parent: 'C' },
  { code: 'C18', name: 'Industri Pencetakan dan Reproduksi Media Rekaman', parent: 'C' },
  { code: 'C20', name: 'Industri Bahan Kimia dan Barang dari Bahan Kimia', parent: 'C' },
  { code: 'C24', name: 'Industri Logam Dasar', parent: 'C' },
  { code: 'C25', name: 'Industri Barang Logam, Bukan Mesin dan Peralatannya', parent: 'C' },
  { code: 'F', name: 'Konstruksi', parent: null },
  { code: 'F42', name: 'Konstruksi Bangunan Sipil', parent: 'F' },
  { code: 'G', name: 'Perdagangan Besar dan Eceran', parent: null },
  { code: 'G47', name: 'Perdagangan Eceran, Bukan Mobil dan Motor', parent: 'G' },
  { code: 'H', name: 'Pengangkutan dan Pergudangan', parent: null },
  { code: 'H52', name: 'Pergudangan dan Aktivitas Penunjang Angkutan', parent: 'H' },
  { code: 'I', name: 'Penyediaan Akomodasi dan Penyediaan Makan Minum', parent: null },
  { code: 'I56', name: 'Penyediaan Makanan dan Minuman', parent: 'I' },
];

/** Version mark of invented competency units: no SKKNI decree stands behind them. */
export const UNIT_VERSION = 'demo';

/** Invented competency units; real SKKNI codes are in no source. */
export const DEMO_UNITS = {
  'DEMO.LAS.001': 'Keselamatan kerja las (demo)',
  'DEMO.LAS.002': 'Las busur manual pelat (demo)',
  'DEMO.LAS.003': 'Las pipa posisi 6GR (demo)',
  'DEMO.LAS.004': 'Las bawah air (demo)',
  'DEMO.LAS.005': 'Pemrograman robot las (demo)',
  'DEMO.SAB.001': 'Penyiapan film dan layar sablon (demo)',
  'DEMO.SAB.002': 'Cetak sablon pada tekstil (demo)',
  'DEMO.BAR.001': 'Pembuatan espreso (demo)',
  'DEMO.BAR.002': 'Pelayanan kedai kopi (demo)',
  'DEMO.SOF.001': 'Kerja sama dan disiplin kerja (demo)',
  'DEMO.SOF.002': 'Persiapan wawancara kerja (demo)',
  'DEMO.BIC.001': 'Berbicara di depan umum (demo)',
  'DEMO.AGR.001': 'Penanaman tumpang sari kehutanan (demo)',
  'DEMO.PBL.001': 'Penyelesaian proyek produksi (demo)',
  'DEMO.LN.001': 'Budaya dan keselamatan kerja di luar negeri (demo)',
  'DEMO.LN.JP1': 'Bahasa Jepang dasar (demo)',
  'DEMO.LN.KR1': 'Bahasa Korea dasar (demo)',
  'DEMO.LN.DE1': 'Bahasa Jerman dasar (demo)',
} as const satisfies Record<string, string>;
export type DemoUnit = keyof typeof DEMO_UNITS;

/** Invented industrial estates. */
export const DEMO_INDUSTRIAL_AREAS: Readonly<Record<CityCode, readonly string[]>> = {
  '36.73': ['Kawasan Demo Walantaka', 'Kawasan Demo Kasemen'],
  '36.72': ['Kawasan Demo Ciwandan', 'Kawasan Demo Citangkil', 'Kawasan Demo Gerogol'],
};

export const OVERSEAS_COUNTRIES: readonly OverseasCountry[] = ['JP', 'KR', 'DE'];

/** Districts of both cities with the weight of each in the population. */
export const DISTRICTS: Readonly<Record<CityCode, readonly (readonly [code: string, weight: number])[]>> = {
  '36.73': [
    ['36.73.01', 28],
    ['36.73.02', 16],
    ['36.73.03', 14],
    ['36.73.04', 10],
    ['36.73.05', 18],
    ['36.73.06', 14],
  ],
  '36.72': [
    ['36.72.01', 14],
    ['36.72.02', 10],
    ['36.72.03', 9],
    ['36.72.04', 12],
    ['36.72.05', 18],
    ['36.72.06', 9],
    ['36.72.07', 10],
    ['36.72.08', 18],
  ],
};
