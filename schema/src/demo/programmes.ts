import type { FacilitySlug, ProgrammeSlug } from '../contract/ids';
import type { DemoUnit } from './codes';
import type { OverseasCountry } from './vocabulary.types';

/** What the demonstration's classes of a programme teach and lead to; no source tells it of the programmes themselves. */
export interface DemoProgramme {
  units: readonly DemoUnit[];
  occupations: readonly string[];
  /** Certification scheme in words. */
  scheme: string;
  qualifier: string | null;
  kkni: number | null;
  facility: FacilitySlug;
  /** Days from the first to the last day of a class. */
  days: number;
  /** Rupiah. */
  costPerSeat: number;
  /** Country that it prepares for; null for work in Indonesia. */
  country: OverseasCountry | null;
}

export type DemoProgrammeSlug = Exclude<ProgrammeSlug, 'PMI-LN' | 'KEMNAKER-CILEGON' | 'MAGANG-APINDO'>;

function programme(
  units: readonly DemoUnit[],
  occupations: readonly string[],
  scheme: string,
  rest: Omit<Partial<DemoProgramme>, 'units' | 'occupations' | 'scheme'> & {
    days: number;
    costPerSeat: number;
  },
): DemoProgramme {
  return {
    units,
    occupations,
    scheme,
    qualifier: null,
    kkni: null,
    facility: 'DEMO-RUANG-KELAS',
    country: null,
    ...rest,
  };
}

/** By programme; welding shares its first two units so that one vacancy can fit the graduates of several programmes. */
export const DEMO_PROGRAMMES: Readonly<Record<DemoProgrammeSlug, DemoProgramme>> = {
  SABLON: programme(['DEMO.SAB.001', 'DEMO.SAB.002'], ['7322'], 'Penyablon (demo)', {
    kkni: 2,
    facility: 'DEMO-BENGKEL-SABLON',
    days: 32,
    costPerSeat: 3_200_000,
  }),
  BARISTA: programme(['DEMO.BAR.001', 'DEMO.BAR.002'], ['5132'], 'Barista (demo)', {
    kkni: 2,
    facility: 'DEMO-DAPUR-BARISTA',
    days: 32,
    costPerSeat: 3_500_000,
  }),
  'SOFT-SKILLS': programme(
    ['DEMO.SOF.001', 'DEMO.SOF.002'],
    ['4226', '5223'],
    'Keterampilan nonteknis (demo)',
    {
      days: 18,
      costPerSeat: 1_400_000,
    },
  ),
  'PUBLIC-SPEAKING': programme(['DEMO.BIC.001', 'DEMO.SOF.002'], ['5223', '4226'], 'Wicara publik (demo)', {
    days: 25,
    costPerSeat: 1_500_000,
  }),
  'LAS-BAWAH-AIR': programme(
    ['DEMO.LAS.001', 'DEMO.LAS.002', 'DEMO.LAS.004'],
    ['7541', '7212'],
    'Juru las bawah air (demo)',
    { kkni: 4, facility: 'LAS-BAWAH-AIR', days: 75, costPerSeat: 18_000_000 },
  ),
  'LAS-PIPA-6GR': programme(
    ['DEMO.LAS.001', 'DEMO.LAS.002', 'DEMO.LAS.003'],
    ['7212'],
    'Juru las pipa (demo)',
    {
      qualifier: '6GR',
      kkni: 3,
      facility: 'LAS-PIPA-6GR',
      days: 68,
      costPerSeat: 12_500_000,
    },
  ),
  'LAS-ROBOTIK': programme(
    ['DEMO.LAS.001', 'DEMO.LAS.002', 'DEMO.LAS.005'],
    ['7212', '7223'],
    'Operator robot las (demo)',
    { kkni: 3, facility: 'LAS-ROBOTIK', days: 60, costPerSeat: 14_000_000 },
  ),
  PBL: programme(['DEMO.PBL.001', 'DEMO.SOF.001'], ['7233', '7223'], 'Pembelajaran berbasis proyek (demo)', {
    days: 60,
    costPerSeat: 6_000_000,
  }),
  AGROFORESTRI: programme(['DEMO.AGR.001'], ['6210'], 'Agroforestri (demo)', {
    kkni: 2,
    facility: 'DEMO-LAHAN-AGROFORESTRI',
    days: 35,
    costPerSeat: 3_000_000,
  }),
  'MAGANG-JP': programme(['DEMO.LN.001', 'DEMO.LN.JP1'], ['7223', '8160'], 'Pramagang Jepang (demo)', {
    days: 80,
    costPerSeat: 9_500_000,
    country: 'JP',
  }),
  'MAGANG-KR': programme(['DEMO.LN.001', 'DEMO.LN.KR1'], ['8121', '7223'], 'Pramagang Korea (demo)', {
    days: 80,
    costPerSeat: 9_500_000,
    country: 'KR',
  }),
  'MAGANG-DE': programme(['DEMO.LN.001', 'DEMO.LN.DE1'], ['5322', '7233'], 'Pramagang Jerman (demo)', {
    days: 90,
    costPerSeat: 11_000_000,
    country: 'DE',
  }),
  'MAGANG-SMK': programme(
    ['DEMO.PBL.001', 'DEMO.LAS.001'],
    ['7212', '7233'],
    'Magang terstruktur SMK (demo)',
    {
      kkni: 2,
      days: 90,
      costPerSeat: 2_500_000,
    },
  ),
};
