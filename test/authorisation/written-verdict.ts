import { type MatrixRow, ROWS } from './rows';

/** A cell of the matrix: a question that its rows answer. */
export type Cell = Omit<MatrixRow, 'verdict'>;

/** What the grant in question names; `GRANTED` in a row stands for it. */
export interface Granted {
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
}

/** What the hand-written rows say of a cell; the last of them says no to everything. */
export function writtenVerdict(cell: Cell, granted: Granted): MatrixRow['verdict'] {
  const fits = (wanted: string, value: string, names: readonly string[] = []): boolean =>
    wanted
      .split(',')
      .some((one) => one === '*' || one === value || (one === 'GRANTED' && names.includes(value)));
  const row = ROWS.find(
    (written) =>
      fits(written.role, cell.role) &&
      fits(written.relation, cell.relation) &&
      fits(written.category, cell.category, granted.categories) &&
      fits(written.agreement, cell.agreement) &&
      fits(written.purpose, cell.purpose, granted.purposes),
  );
  if (row === undefined) throw new Error('The matrix has no last row.');
  return row.verdict;
}
