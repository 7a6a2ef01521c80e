import { OCCUPATION_CODE, UNIT_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { RequestTrainingInput } from './training-request.input';

const MOST_UNITS = 50;

/** Refuses a malformed request, naming every bad field and its remedy at once. */
export function assertRequestWellFormed(input: RequestTrainingInput, today: string): void {
  const at = (field: keyof RequestTrainingInput): string[] => ['input', field];
  const { requestedBy, employer, demand, agreement, programme, occupation, competencyUnits } = input;
  new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .id(at('requestedBy'), requestedBy)
    .id(at('employer'), employer)
    .require(
      requestedBy != null || employer != null,
      at('requestedBy'),
      'is missing, and no employer is named either.',
      'Name the organisation that asks, the employer, or both.',
    )
    .id(at('demand'), demand)
    .id(at('agreement'), agreement)
    .id(at('programme'), programme)
    .require(
      (programme ?? occupation ?? demand ?? competencyUnits?.[0]) != null,
      at('programme'),
      'is missing, and nothing else says what training is wanted.',
      'Name a programme, an occupation, competency units or a skill demand.',
    )
    .codes(at('occupation'), occupation, ...OCCUPATION_CODE)
    .codes(at('competencyUnits'), competencyUnits, ...UNIT_CODE)
    .require(
      (competencyUnits ?? []).length <= MOST_UNITS,
      at('competencyUnits'),
      'names too many units.',
      `Name at most ${String(MOST_UNITS)}.`,
    )
    .region(at('region'), input.region)
    .range(at('headcount'), input.headcount, 1, 10_000)
    .require(
      input.neededBy == null || input.neededBy >= today,
      at('neededBy'),
      'lies in the past.',
      'Give today or a later day, or leave it out.',
    )
    .done();
}

/** What the training centre knows of the records that a request names. */
export interface RequestGrounds {
  /** Regions for whose residents the agreement gives places, null among them for everybody; null: no agreement is named. */
  readonly regionsServed: readonly (string | null)[] | null;
  /** Units that the programme teaches; null: no programme is named. */
  readonly unitsTaught: readonly string[] | null;
}

/** Why the training centre cannot take the request up, each reason with its ground; empty: it can. */
export function reasonsAgainst(input: RequestTrainingInput, grounds: RequestGrounds): string[] {
  const { regionsServed, unitsTaught } = grounds;
  const served =
    regionsServed?.some((region) => region === null || `${input.region}.`.startsWith(`${region}.`)) ?? true;
  // Of a programme without recorded units nobody knows what it does not teach.
  const untaught = unitsTaught?.length
    ? (input.competencyUnits ?? []).filter((unit) => !unitsTaught.includes(unit))
    : [];
  return [
    ...(served
      ? []
      : [`The agreement gives no places for residents of ${input.region} (its quota allocations).`]),
    ...untaught.map((unit) => `The programme does not teach the unit ${unit} (its competency units).`),
  ];
}
