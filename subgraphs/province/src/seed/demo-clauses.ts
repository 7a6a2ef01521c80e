import { insertRows } from '@simpul/kit/database/rows';
import {
  type ClauseSlug,
  agreementId,
  clauseId,
  organizationId,
  recordedId,
} from '@simpul/schema/contract/ids';
import { DEMO_AGREEMENTS } from '@simpul/schema/demo/agreements';
import type { EntityManager } from 'typeorm';
import type { ClauseKind } from '../clause/clause.type';
import { DEMO_SLUGS } from './demo-agreements';
import { DEMO_DUTIES } from './demo-duties';

/** What a clause regulates and how it is headed, by the second part of its slug. */
const HEADINGS: Readonly<Record<string, readonly [kind: ClauseKind, title: string]>> = {
  quota: ['QUOTA', 'Kuota pelatihan (demo)'],
  'city-classes': ['QUOTA', 'Empat kelas kota, 64 kursi (demo)'],
  overseas: ['QUOTA', 'Kuota pelatihan luar negeri (demo)'],
  'data-sharing': ['DATA_SHARING', 'Pertukaran data peserta (demo)'],
  'local-hire': ['LOCAL_HIRE', 'Penyerapan tenaga kerja lokal (demo)'],
  funding: ['FUNDING', 'Pembiayaan pelatihan (demo)'],
  placement: ['PLACEMENT', 'Magang dan penempatan lulusan (demo)'],
  internships: ['PLACEMENT', 'Magang siswa SMK (demo)'],
  reporting: ['OTHER', 'Pelaporan lowongan dan penempatan (demo)'],
  term: ['TERM', 'Jangka waktu dan pengakhiran (demo)'],
};

/** Writes the clauses of the demonstration agreements and the duties that they put on organisations. */
export async function loadDemoClauses(db: EntityManager): Promise<void> {
  await insertRows(
    db,
    'clause',
    DEMO_SLUGS.flatMap((agreement) =>
      DEMO_AGREEMENTS[agreement].clauses.map((slug, position) => ({
        id: clauseId(slug),
        agreement_id: agreementId(agreement),
        ...wordingOf(slug, position),
        position,
        demo: true,
      })),
    ),
  );
  await insertRows(
    db,
    'obligation',
    DEMO_DUTIES.map(({ clause, number, obligor, duty, dueOn, fulfilledOn, waived, evidence }) => ({
      id: recordedId('obligation', `${clause}/${String(number)}`),
      clause_id: clauseId(clause),
      position: number,
      obligor_id: organizationId(obligor),
      duty,
      due_on: dueOn ?? null,
      fulfilled_on: fulfilledOn ?? null,
      waived: waived ?? false,
      evidence: evidence ?? [],
      demo: true,
    })),
  );
}

function wordingOf(
  slug: ClauseSlug,
  position: number,
): { number: string; kind: ClauseKind; title: string; text: string } {
  const [kind, title] = HEADINGS[slug.slice(slug.indexOf('/') + 1)] ?? ['OTHER', 'Ketentuan lain (demo)'];
  const number = String(position + 1);
  return { number, kind, title, text: `Pasal ${number}. ${title}. Bunyi pasal ini contoh belaka.` };
}
