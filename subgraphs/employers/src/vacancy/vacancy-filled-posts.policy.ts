import { InputCheck } from '@simpul/kit/input/input-check';
import type { ReportFilledPostsInput } from './vacancy.input';
import type { VacancyStatus } from './vacancy.type';

/** Where a vacancy may go from each state; posts are filled while it is open to applicants. */
const MOVES: Readonly<Record<VacancyStatus, readonly VacancyStatus[]>> = {
  DRAFT: ['REPORTED', 'CLOSED', 'EXPIRED'],
  REPORTED: ['VERIFIED', 'DRAFT', 'CLOSED', 'EXPIRED'],
  VERIFIED: ['OPEN', 'CLOSED', 'EXPIRED'],
  OPEN: ['PARTLY_FILLED', 'FILLED', 'CLOSED', 'EXPIRED'],
  PARTLY_FILLED: ['FILLED', 'CLOSED', 'EXPIRED'],
  FILLED: [],
  CLOSED: [],
  EXPIRED: [],
};

/** Posts of a vacancy, as far as a report of filled posts concerns them. */
export interface Posts {
  readonly status: VacancyStatus;
  readonly openings: number;
  readonly filled: number;
}

/** Refuses a malformed report, naming every bad field and its remedy at once. */
export function assertFilledPostsWellFormed(input: ReportFilledPostsInput): void {
  const placements = input.placements ?? [];
  new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .id(['input', 'vacancy'], input.vacancy)
    .range(['input', 'version'], input.version, 1, 2_147_483_647)
    .range(['input', 'filled'], input.filled, 0, 10_000)
    .require(
      input.filled !== 0 || input.closeRest === true,
      ['input', 'filled'],
      'reports nothing.',
      'Report at least one filled post, or close the rest.',
    )
    .id(['input', 'placements'], placements)
    .require(
      new Set(placements).size === placements.length,
      ['input', 'placements'],
      'names a placement twice.',
      'Name each placement once.',
    )
    .require(
      placements.length <= Math.max(input.filled, 0),
      ['input', 'placements'],
      'has more placements than posts are filled.',
      'Count every filled post in filled.',
    )
    .done();
}

/** True while people can take posts of the vacancy. */
export function isOpen(status: VacancyStatus): boolean {
  return status === 'OPEN' || status === 'PARTLY_FILLED';
}

/** States that a vacancy may move to. */
export function movesFrom(status: VacancyStatus): VacancyStatus[] {
  return [...MOVES[status]];
}

/** State of a vacancy after so many of its posts are filled. */
export function statusAfter({ status, openings }: Posts, filled: number, closeRest: boolean): VacancyStatus {
  if (filled === openings) return 'FILLED';
  if (closeRest) return 'CLOSED';
  return filled > 0 ? 'PARTLY_FILLED' : status;
}
