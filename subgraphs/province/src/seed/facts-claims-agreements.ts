import { type AgreementSlug, agreementId, organizationId } from '@simpul/schema/contract/ids';
import { type ClaimFact, type Statement, figure, saidBy } from './facts-claims';
import { MEETING_IN_BANTEN, SIGNING_IN_CILEGON, SIGNING_IN_SERANG } from './facts-officials';
import { INFERENCE, article, articles, newsSite } from './facts-sources';

const pathOf = (slug: AgreementSlug): string => `agreement/${agreementId(slug)}`;

/** Statements on the signing between Pemkot Serang and BBPVP, each with the agreement that it speaks of. */
function daysOfSigningInSerang(matter: AgreementSlug): Statement[] {
  const slug = `agreement/${matter}/signedOn`;
  return [
    { slug: `${slug}/planned`, value: '2025-10-30', agreement: 'A1', source: article('000') },
    ...saidBy(articles('001', '004'), { slug, value: SIGNING_IN_SERANG, agreement: 'A2' }),
    {
      slug: `${slug}/bantencorner`,
      value: SIGNING_IN_SERANG,
      agreement: 'A2',
      source: newsSite('bantencorner.com'),
    },
  ];
}

function formsInSerang(matter: AgreementSlug): Statement[] {
  const slug = `agreement/${matter}/form`;
  return [
    { slug: `${slug}/kesepakatan`, value: 'nota kesepakatan', agreement: 'A1', source: article('000') },
    ...saidBy(articles('001', '004'), { slug, value: 'nota kesepahaman', agreement: 'A2' }),
  ];
}

/** Whether A1 and A2 are one instrument is undecided: what is said of its day and form stands on both. */
const SERANG: readonly ClaimFact[] = [
  ...(['A1', 'A2'] as const).flatMap((slug) => [
    ...figure(pathOf(slug), 'signedOn', daysOfSigningInSerang(slug)),
    ...figure(pathOf(slug), 'form', formsInSerang(slug)),
  ]),
  ...figure(pathOf('A1'), 'status', [
    {
      slug: 'agreement/A1/status/headline',
      value: 'signed (headline)',
      agreement: 'A1',
      source: article('000'),
    },
    {
      slug: 'agreement/A1/status/body',
      value: 'signing scheduled (body)',
      agreement: 'A1',
      source: article('000'),
    },
  ]),
  ...figure(pathOf('A1'), 'continuedBy', [
    {
      slug: 'agreement/A1/continuedBy',
      value: 'probably postponed and signed as the agreement of 15 December 2025',
      agreement: 'A2',
      source: INFERENCE,
    },
  ]),
  ...figure(pathOf('A2'), 'witnesses', [
    {
      slug: 'agreement/A2/witnesses/attended',
      value: 'attended: Nur Agis Aulia, Subagyo, Ina Linawati, Wachyu Kristiawan',
      agreement: 'A2',
      source: article('001'),
    },
    {
      slug: 'agreement/A2/witnesses/witnessed',
      value: 'witnessed: Nur Agis Aulia, Subagyo, Ina Linawati, Yusup Suprapto, Agus Hendrawan',
      agreement: 'A2',
      source: article('004'),
    },
  ]),
];

const CILEGON: readonly ClaimFact[] = [
  ...figure(pathOf('A3'), 'signedOn', [
    { slug: 'agreement/A3/signedOn', value: SIGNING_IN_CILEGON, agreement: 'A3', source: article('003') },
  ]),
  ...figure(pathOf('A3'), 'form', [
    { slug: 'agreement/A3/form/mou', value: 'MoU', agreement: 'A3', source: article('003') },
    {
      slug: 'agreement/A3/form/kesepakatan',
      value: 'nota kesepakatan',
      agreement: 'A3',
      source: newsSite('ruangbicara.co.id'),
    },
  ]),
  ...figure(pathOf('A4'), 'signedOn', [
    { slug: 'agreement/A4/signedOn', value: '2025-10-01', agreement: 'A4', source: article('003') },
  ]),
  ...figure(pathOf('A4'), 'form', [
    { slug: 'agreement/A4/form', value: 'MoU lanjutan', agreement: 'A4', source: article('003') },
  ]),
  ...figure(`${pathOf('A4')}/party/${organizationId('apindo')}`, 'role', [
    { slug: 'agreement/A4/apindo/party', value: 'party', agreement: 'A4', source: article('003') },
    {
      slug: 'agreement/A4/apindo/to-be-involved',
      value: 'to be involved',
      agreement: 'A4',
      source: article('003'),
    },
  ]),
];

const BANTEN: readonly ClaimFact[] = [
  ...figure(pathOf('A5'), 'heldOn', [
    { slug: 'agreement/A5/heldOn', value: MEETING_IN_BANTEN, agreement: 'A5', source: article('002') },
  ]),
  ...figure(pathOf('A5'), 'commitment', [
    {
      slug: 'agreement/A5/commitment',
      value: 'verbal commitment to mutual support',
      agreement: 'A5',
      source: article('002'),
    },
  ]),
  ...figure(pathOf('A5'), 'tasks', [
    {
      slug: 'agreement/A5/tasks',
      value: 'Disnaker Banten and Dinas Pendidikan are tasked',
      agreement: 'A5',
      source: article('002'),
    },
  ]),
];

export const AGREEMENT_CLAIMS: readonly ClaimFact[] = [...SERANG, ...CILEGON, ...BANTEN];
