import { InputCheck } from '@simpul/kit/input/input-check';
import type { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import type { PostVacancyInput } from './vacancy.input';

/** Schemes under which an employer offers posts; PKL places are internships, self-employment has no employer. */
const OFFERED: readonly PlacementScheme[] = ['EMPLOYMENT', 'MAGANG_DN', 'MAGANG_LN', 'PMI'];
const ABROAD: readonly PlacementScheme[] = ['MAGANG_LN', 'PMI'];

/** The fields of Perpres 57/2023 art. 5 that a report needs; age and sex are not here, because none stated means any. */
const NEEDED_FOR_REPORT = [
  'validUntil',
  'education',
  'skills',
  'experienceMonths',
  'wageFrom',
  'workRegion',
] as const;

/** What a draft says, after a template has filled its gaps. */
export type VacancyDraft = Omit<PostVacancyInput, 'idempotencyKey' | 'template'>;

/** Refuses a malformed draft, naming every bad field and its remedy at once. */
export function assertWellFormed(input: PostVacancyInput, today: string): void {
  const at = (field: keyof PostVacancyInput): string[] => ['input', field];
  const abroad = ABROAD.includes(input.scheme);
  new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .id(at('employer'), input.employer)
    .id(at('template'), input.template)
    .text(at('title'), input.title, 200)
    .range(at('openings'), input.openings, 1, 10_000)
    .require(
      input.validUntil == null || input.validUntil >= today,
      at('validUntil'),
      'lies in the past.',
      'Give today or a later day.',
    )
    .range(at('minAge'), input.minAge, 15, 99)
    .range(at('maxAge'), input.maxAge, 15, 99)
    .require(
      (input.minAge ?? 0) <= (input.maxAge ?? 99),
      at('maxAge'),
      'is below minAge.',
      'Swap the two ages.',
    )
    .codes(at('occupation'), input.occupation == null ? [] : [input.occupation], /^\d{1,6}$/, '7212 (KBJI)')
    .codes(
      at('competencyUnits'),
      input.competencyUnits,
      /^[A-Z0-9][A-Z0-9.-]{2,40}$/,
      'the SKKNI code of a unit',
    )
    .require(
      (input.competencyUnits ?? []).length <= 50,
      at('competencyUnits'),
      'has too many units.',
      'Give at most 50.',
    )
    .require((input.skills ?? []).length <= 50, at('skills'), 'has too many skills.', 'Give at most 50.')
    .require(
      (input.skills ?? []).every((skill) => skill.trim() !== '' && skill.length <= 200),
      at('skills'),
      'has an empty or overlong skill.',
      'Give 1 to 200 characters each.',
    )
    .range(at('experienceMonths'), input.experienceMonths, 0, 600)
    .range(at('wageFrom'), input.wageFrom, 0, 1_000_000_000)
    .range(at('wageTo'), input.wageTo, 0, 1_000_000_000)
    .require(
      (input.wageFrom ?? 0) <= (input.wageTo ?? Infinity),
      at('wageTo'),
      'is below wageFrom.',
      'Swap the two amounts.',
    )
    .region(at('workRegion'), input.workRegion)
    .codes(
      at('country'),
      input.country == null ? [] : [input.country],
      /^[A-Z]{2}$/,
      'JP (ISO 3166-1 alpha-2)',
    )
    .require(
      OFFERED.includes(input.scheme),
      at('scheme'),
      'is not offered by vacancies.',
      `Give one of ${OFFERED.join(', ')}.`,
    )
    .require(
      !abroad || input.workRegion == null,
      at('workRegion'),
      'does not go with work abroad.',
      'Leave it out and give the country.',
    )
    .require(
      abroad || input.country == null || input.country === 'ID',
      at('country'),
      'does not go with this scheme.',
      'For work abroad the scheme is PMI or MAGANG_LN (Perpres 57/2023 art. 8).',
    )
    .done();
}

/** The fields of art. 5 that the draft still lacks before it can be reported. */
export function missingForReport(draft: VacancyDraft): string[] {
  return NEEDED_FOR_REPORT.filter((field) => {
    if (field === 'skills') return !draft.skills?.length && !draft.competencyUnits?.length;
    if (field === 'workRegion') return draft.workRegion == null && draft.country == null;
    return draft[field] == null;
  });
}
