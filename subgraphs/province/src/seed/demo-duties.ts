import type { StoredSource } from '@simpul/kit/database/sources';
import type { ClauseSlug, OrganizationSlug } from '@simpul/schema/contract/ids';

/** A duty under a clause; open unless it was fulfilled or waived. */
export interface DemoDuty {
  readonly clause: ClauseSlug;
  /** Place among the duties of its clause. */
  readonly number: number;
  readonly obligor: OrganizationSlug;
  readonly duty: string;
  readonly dueOn?: string;
  readonly fulfilledOn?: string;
  readonly waived?: boolean;
  readonly evidence?: readonly StoredSource[];
}

type Row = readonly [clause: ClauseSlug, number: number, obligor: OrganizationSlug, duty: string];

const owed = ([clause, number, obligor, duty]: Row, dueOn?: string): DemoDuty => ({
  ...{ clause, number, obligor, duty },
  ...(dueOn === undefined ? {} : { dueOn }),
});

/** Met on a day, as a record of that day proves. */
const met = (row: Row, dueOn: string, fulfilledOn: string): DemoDuty => ({
  ...owed(row, dueOn),
  fulfilledOn,
  evidence: [
    {
      name: `berita-acara-demo/${row[0]}/${String(row[1])}`,
      kind: 'RECORD',
      title: 'Berita acara pelaksanaan kewajiban (demo)',
      url: null,
      publishedOn: fulfilledOn,
    },
  ],
});

const SERANG: readonly DemoDuty[] = [
  met(['D1/quota', 1, 'bbpvp-serang', 'Mengumumkan jadwal kelas tahun 2026'], '2026-01-31', '2026-01-26'),
  owed(['D1/quota', 2, 'disnakertrans-kota-serang', 'Mengusulkan calon peserta semester II'], '2026-07-31'),
  met(
    ['D1/city-classes', 1, 'disnakertrans-kota-serang', 'Merekrut 64 calon peserta kelas kota'],
    '2026-05-29',
    '2026-05-27',
  ),
  owed(['D1/overseas', 1, 'bbpvp-serang', 'Melaporkan hasil seleksi pelatihan luar negeri'], '2026-05-31'),
  met(
    ['D1/data-sharing', 1, 'bbpvp-serang', 'Menunjuk petugas pelindungan data pribadi'],
    '2026-02-28',
    '2026-03-05',
  ),
  owed(['D1/local-hire', 1, 'pemkot-serang', 'Menyampaikan status Perwal tenaga kerja lokal'], '2026-03-31'),
  owed(['D1/funding', 1, 'pemkot-serang', 'Menganggarkan transportasi peserta'], '2026-09-30'),
  {
    ...owed(['D1/funding', 2, 'bbpvp-serang', 'Menanggung asrama peserta dari luar kota'], '2026-04-30'),
    waived: true,
  },
  owed(['D1/placement', 1, 'disnakertrans-kota-serang', 'Menyalurkan lulusan dalam enam bulan']),
];

const CILEGON: readonly DemoDuty[] = [
  met(
    ['D2/quota', 1, 'bbpvp-serang', 'Menyediakan kursi bagi warga Kota Cilegon'],
    '2025-12-31',
    '2025-12-19',
  ),
  owed(['D2/overseas', 1, 'disnaker-kota-cilegon', 'Memetakan minat calon pekerja migran'], '2026-06-30'),
  met(
    ['D2/data-sharing', 1, 'disnaker-kota-cilegon', 'Melakukan audit pertukaran data tahunan'],
    '2026-02-28',
    '2026-02-23',
  ),
  owed(['D2/data-sharing', 2, 'bbpvp-serang', 'Menghapus data calon yang tidak diterima'], '2026-04-30'),
  owed(['D2/funding', 1, 'pemkot-cilegon', 'Menyetor bagian APBD kelas kejuruan'], '2026-10-31'),
  owed(
    ['D2/placement', 1, 'disnaker-kota-cilegon', 'Melaporkan penempatan lulusan per triwulan'],
    '2026-07-10',
  ),
];

/** Those of the association are what question 9 of employers asks for. */
const TRIPARTITE: readonly DemoDuty[] = [
  met(
    ['D3/quota', 1, 'apindo', 'Menyampaikan kebutuhan keahlian anggota tahun 2026'],
    '2025-12-31',
    '2025-12-12',
  ),
  owed(['D3/quota', 2, 'bbpvp-serang', 'Membuka kelas khusus sesuai kebutuhan anggota'], '2026-06-30'),
  owed(['D3/data-sharing', 1, 'apindo', 'Menyampaikan daftar kontak penanggung jawab data'], '2026-01-31'),
  owed(['D3/placement', 1, 'apindo', 'Menyediakan tempat magang bagi 48 lulusan'], '2026-05-31'),
  owed(['D3/placement', 2, 'apindo', 'Mengutamakan lulusan pada lowongan anggota']),
  met(
    ['D3/reporting', 1, 'apindo', 'Melaporkan lowongan terisi triwulan I 2026'],
    '2026-04-15',
    '2026-04-14',
  ),
  owed(['D3/reporting', 2, 'apindo', 'Melaporkan lowongan terisi triwulan II 2026'], '2026-07-15'),
  owed(['D3/term', 1, 'disnaker-kota-cilegon', 'Menyiapkan evaluasi perpanjangan'], '2026-07-31'),
];

const BANTEN: readonly DemoDuty[] = [
  met(
    ['D4/overseas', 1, 'disnaker-banten', 'Membagi kuota pelatihan luar negeri per kota'],
    '2025-12-31',
    '2025-12-29',
  ),
  owed(['D4/data-sharing', 1, 'dinas-pendidikan-banten', 'Memastikan persetujuan wali siswa'], '2026-06-01'),
  owed(['D4/internships', 1, 'dinas-pendidikan-banten', 'Mengirim jadwal magang siswa SMK'], '2026-07-15'),
  met(
    ['D4/internships', 2, 'bbpvp-serang', 'Menyediakan pembimbing magang di bengkel'],
    '2026-01-15',
    '2026-01-12',
  ),
];

export const DEMO_DUTIES: readonly DemoDuty[] = [...SERANG, ...CILEGON, ...TRIPARTITE, ...BANTEN];
