import { COUNTRY_CODE, OCCUPATION_CODE, UNIT_CODE } from '@simpul/kit/input/code-forms';
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

/** Refuses a malformed draft, naming every bad field and its remedy at once. */
export function assertWellFormed(input: PostVacancyInput, today: string): void {
  const check = new InputCheck()
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
    );
  checkApplicants(check, input);
  checkQualification(check, input);
  checkWork(check, input);
  check.done();
}

function at(field: keyof PostVacancyInput): string[] {
  return ['input', field];
}

function checkApplicants(check: InputCheck, { minAge, maxAge, experienceMonths }: PostVacancyInput): void {
  check
    .range(at('minAge'), minAge, 15, 99)
    .range(at('maxAge'), maxAge, 15, 99)
    .require((minAge ?? 0) <= (maxAge ?? 99), at('maxAge'), 'is below minAge.', 'Swap the two ages.')
    .range(at('experienceMonths'), experienceMonths, 0, 600);
}

function checkQualification(
  check: InputCheck,
  { occupation, competencyUnits, skills }: PostVacancyInput,
): void {
  const units = competencyUnits ?? [];
  const words = skills ?? [];
  check
    .codes(at('occupation'), occupation, ...OCCUPATION_CODE)
    .codes(at('competencyUnits'), units, ...UNIT_CODE)
    .require(units.length <= 50, at('competencyUnits'), 'has too many units.', 'Give at most 50.')
    .require(words.length <= 50, at('skills'), 'has too many skills.', 'Give at most 50.')
    .values(at('skills'), words);
}

function checkWork(
  check: InputCheck,
  { scheme, workRegion, country, wageFrom, wageTo }: PostVacancyInput,
): void {
  const abroad = ABROAD.includes(scheme);
  const foreign = country != null && country !== 'ID';
  check
    .range(at('wageFrom'), wageFrom, 0, 1_000_000_000)
    .range(at('wageTo'), wageTo, 0, 1_000_000_000)
    .require(
      (wageFrom ?? 0) <= (wageTo ?? Infinity),
      at('wageTo'),
      'is below wageFrom.',
      'Swap the two amounts.',
    )
    .region(at('workRegion'), workRegion)
    .codes(at('country'), country, ...COUNTRY_CODE)
    .require(
      OFFERED.includes(scheme),
      at('scheme'),
      'is not offered by vacancies.',
      `Give one of ${OFFERED.join(', ')}.`,
    )
    .require(
      !abroad || workRegion == null,
      at('workRegion'),
      'does not go with work abroad.',
      'Leave it out and give the country.',
    )
    .require(
      abroad || !foreign,
      at('country'),
      'does not go with this scheme.',
      'For work abroad the scheme is PMI or MAGANG_LN (Perpres 57/2023 art. 8).',
    );
}

/** The fields of art. 5 that the draft still lacks before it can be reported. */
export function missingForReport(draft: PostVacancyInput): string[] {
  return NEEDED_FOR_REPORT.filter((field) => {
    if (field === 'skills') return !draft.skills?.length && !draft.competencyUnits?.length;
    if (field === 'workRegion') return draft.workRegion == null && draft.country == null;
    return draft[field] == null;
  });
}
