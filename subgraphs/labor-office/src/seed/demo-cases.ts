import { type NewRow, insertRows } from '@simpul/kit/database/rows';
import { agreementId, allocationId, overseasPathwayId } from '@simpul/schema/contract/ids';
import type {
  StoryConsent,
  StoryDuplicate,
  StoryFinancing,
  StoryNomination,
  StoryOverseasCase,
} from '@simpul/schema/demo/person.types';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';
import { demoEvent } from './demo-event';

const REASON = {
  REJECTED: 'Belum memenuhi syarat program (contoh).',
  WITHDRAWN: 'Mengundurkan diri atas permintaan sendiri (contoh).',
} as const;

const CREDIT_CEILING = 100_000_000;

/** Writes what the office has under way for the people of a block: nominations, cases abroad, loans, consents, likely duplicates. */
export async function loadCases(db: EntityManager, story: StoryBlock): Promise<void> {
  const caseOf = new Map(story.overseasCases.map((row) => [row.id, row]));
  const districtOf = new Map(story.people.map(({ id, district }) => [id, district]));
  await insertRows(
    db,
    'nomination',
    story.nominations.map((nomination) => nominationRow(nomination, districtOf.get(nomination.personId))),
  );
  await insertRows(db, 'overseas_case', story.overseasCases.map(overseasCaseRow));
  await insertRows(
    db,
    'financing_case',
    story.financingCases.map((loan) => financingRow(loan, caseOf.get(loan.overseasCaseId))),
  );
  await insertRows(db, 'consent', story.consents.map(consentRow));
  await insertRows(db, 'duplicate_candidate', story.duplicates.map(duplicateRow));
  await insertRows(
    db,
    'duplicate_of_person',
    story.duplicates.flatMap(({ id, personIds }) =>
      personIds.map((personId) => ({ person_id: personId, candidate_id: id })),
    ),
  );
  await insertRows(db, 'event', eventRows(story));
}

function nominationRow(nomination: StoryNomination, district: string | undefined): NewRow {
  const { id, personId, status, followUp } = nomination;
  return {
    person_id: personId,
    id,
    allocation_id: nomination.allocation && allocationId(nomination.allocation),
    class_id: nomination.classId,
    agreement_id: nomination.agreement && agreementId(nomination.agreement),
    office_id: nomination.officeId,
    district_code: district ?? null,
    status,
    reason: status === 'REJECTED' || status === 'WITHDRAWN' ? REASON[status] : null,
    nominated_on: nomination.nominatedOn,
    follow_up: followUp?.outcome ?? null,
    followed_up_on: followUp?.foundOn ?? null,
    version: 1,
    demo: true,
  };
}

function overseasCaseRow(row: StoryOverseasCase): NewRow {
  const { id, personId, scheme, country, stage, funding } = row;
  return {
    ...{ person_id: personId, id, scheme, country, stage, funding },
    stage_since: row.stageSince,
    pathway_id: row.pathway && overseasPathwayId(row.pathway),
    agreement_id: row.agreement && agreementId(row.agreement),
    allocation_id: row.allocation && allocationId(row.allocation),
    opened_on: row.openedOn,
    version: 1,
    demo: true,
  };
}

function financingRow(loan: StoryFinancing, overseasCase: StoryOverseasCase | undefined): NewRow {
  const { id, personId, amount, status } = loan;
  const checked = status !== 'APPLIED';
  return {
    ...{ person_id: personId, id, amount, status, version: 1, demo: true },
    overseas_case_id: loan.overseasCaseId,
    lender_id: loan.lenderId,
    applied_on: loan.appliedOn,
    prerequisites: [
      {
        condition: 'Registered as a candidate in Sisko P2MI (Permenko 1/2022)',
        // Only migrant workers are registered there; of apprentices nobody asks it.
        met: checked && overseasCase?.scheme === 'PMI' ? true : null,
      },
      {
        condition: 'Placement or apprenticeship agreement made (UU 18/2017; PER.08/MEN/V/2008)',
        met:
          overseasCase === undefined || overseasCase.stage === 'WITHDRAWN'
            ? null
            : overseasCase.stage !== 'REGISTERED',
      },
      {
        condition: 'Amount within the ceiling of Rp100 million (PermenP2MI 18/2025)',
        met: amount <= CREDIT_CEILING,
      },
    ],
  };
}

function consentRow({ id, personId, purpose, categories, ...consent }: StoryConsent): NewRow {
  return {
    ...{ person_id: personId, id, purpose, categories, demo: true },
    recipient_id: consent.recipientId,
    given_at: `${consent.givenOn}T09:00:00+07:00`,
    valid_until: consent.validUntil,
    withdrawn_at: consent.withdrawnOn && `${consent.withdrawnOn}T09:00:00+07:00`,
  };
}

function duplicateRow({ id, personIds, match, likeness, acrossOffices, status }: StoryDuplicate): NewRow {
  const [first, second] = personIds;
  return {
    ...{ id, match, status, version: 1, demo: true },
    first_person_id: first,
    second_person_id: second,
    likeness: likeness ?? 1,
    across_offices: acrossOffices,
  };
}

/** What a loan is for and how it goes is in none of them. */
function eventRows(story: StoryBlock): NewRow[] {
  return [
    ...story.nominations.map(({ id, personId, classId, officeId, status, nominatedOn: on }) =>
      demoEvent('Nomination', 'PersonNominated', {
        id,
        on,
        payload: { person: personId, trainingClass: classId, office: officeId, status },
      }),
    ),
    ...story.overseasCases.map(({ id, personId, scheme, country, stage, openedOn: on }) =>
      demoEvent('OverseasCase', 'OverseasCaseOpened', {
        id,
        on,
        payload: { person: personId, scheme, country, stage },
      }),
    ),
    ...story.financingCases.map(({ id, overseasCaseId, appliedOn: on }) =>
      demoEvent('FinancingCase', 'FinancingApplied', { id, on, payload: { overseasCase: overseasCaseId } }),
    ),
    ...story.consents.map(({ id, personId, recipientId, purpose, givenOn: on, validUntil, withdrawnOn }) =>
      demoEvent('Consent', 'ConsentGiven', {
        id,
        on,
        payload: { person: personId, recipient: recipientId, purpose, validUntil, withdrawnOn },
      }),
    ),
    ...story.duplicates.map(({ id, personIds, match, status, foundOn: on }) =>
      demoEvent('DuplicateCandidate', 'DuplicateFound', {
        id,
        on,
        payload: { people: personIds, match, status },
      }),
    ),
  ];
}
