import { grouped } from '../context/grouped';
import { published, publishedAlong, publishedCells, publishedParts } from './suppression';

it.each([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
])('publishes a count of %i as %s', (count, shown) => {
  expect(published(count)).toBe(shown);
});

it('hides a second part where one hidden part could be found by subtraction', () => {
  expect(publishedParts([20, 3, 9])).toEqual([20, null, null]);
});

it('hides no more than the small parts where there are two of them', () => {
  expect(publishedParts([20, 3, 2, 9])).toEqual([20, null, null, 9]);
});

it.each([
  [
    [20, 1, 1],
    [null, null, null],
  ],
  [
    [20, 9, 4, 4],
    [20, null, null, null],
  ],
  [
    [20, 9, 4, 3],
    [20, 9, null, null],
  ],
])('hides one more of %j where all hidden parts must be the least or the most', (counts, shown) => {
  expect(publishedParts(counts)).toEqual(shown);
});

it('leaves parts alone that are all large, and does not take an empty part for a companion', () => {
  expect(publishedParts([20, 6])).toEqual([20, 6]);
  expect(publishedParts([0, 3, 8])).toEqual([0, null, null]);
});

it('can do nothing more where the small part is all there is', () => {
  expect(publishedParts([3, 0])).toEqual([null, 0]);
});

type Cell = { readonly count: number } & Readonly<Partial<Record<Column, number>>>;
type Column = 'city' | 'sex' | 'year';
const COLUMNS: readonly Column[] = ['city', 'sex', 'year'];
const QUESTIONS = COLUMNS.reduce<Column[][]>(
  (questions, column) => questions.flatMap((question) => [question, [...question, column]]),
  [[]],
);

/** A table of random counts, many of them small or none, that is the same for the same seed. */
function table(seed: number): Cell[] {
  let state = seed;
  const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: 3 * 2 * 4 }, (_, index) => ({
    ...{ city: index % 3, sex: Math.floor(index / 3) % 2, year: Math.floor(index / 6) },
    count: random(4) === 0 ? random(5) : random(12),
  })).filter(({ count }) => count > 0);
}

const nameOf = (cell: Cell, question: readonly Column[]): string =>
  question.map((column) => cell[column]).join();

/** Cells of a question, each with the count as it is beside the count as published. */
function answer(cells: readonly Cell[], question: readonly Column[]) {
  const counted = [...grouped(cells, (cell) => nameOf(cell, question)).values()].map((parts): Cell => {
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    return { ...Object.fromEntries(question.map((column) => [column, parts[0]?.[column]])), count };
  });
  return publishedCells(counted, question).map((cell, index) => ({
    ...cell,
    real: counted[index]?.count ?? 0,
  }));
}

it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  'gives no cell of random table %i away to who subtracts one question from another',
  (seed) => {
    const cells = table(seed * 7919);
    for (const fine of QUESTIONS) {
      const parts = answer(cells, fine);
      expect(parts.filter(({ count, suppressed }) => suppressed !== (count === null))).toEqual([]);
      for (const coarse of QUESTIONS.filter((question) => question.every((column) => fine.includes(column))))
        for (const sum of coarse.length < fine.length ? answer(cells, coarse) : []) {
          const line = parts.filter(
            (part) => nameOf({ ...part, count: 0 }, coarse) === nameOf({ ...sum, count: 0 }, coarse),
          );
          const hidden = line.filter(({ count }) => count === null);
          if (sum.count === null || line.length === 1) continue;
          const rest = hidden.reduce((total, { real }) => total + real, 0);
          expect({ fine, coarse, alone: hidden.length === 1, few: rest > 0 && rest < 5 }).toEqual({
            fine,
            coarse,
            alone: false,
            few: false,
          });
        }
    }
  },
);

it('keeps fixed columns out of every sum', () => {
  const cells = [
    { scheme: 'PMI', country: 'JP', count: 3 },
    { scheme: 'PMI', country: 'KR', count: 20 },
    { scheme: 'PMI', country: 'TW', count: 30 },
    { scheme: 'MAGANG_LN', country: 'JP', count: 6 },
  ];
  expect(publishedCells(cells, ['country'], ['scheme']).map(({ count }) => count)).toEqual([
    null,
    null,
    30,
    6,
  ]);
  expect(publishedCells(cells, ['country', 'scheme']).map(({ count }) => count)).toEqual([
    null,
    null,
    30,
    null,
  ]);
});

it('hides beside what is withheld for another reason', () => {
  expect(publishedAlong([9, 6, 8], [[0, 1, 2]], [true, false, false])).toEqual([null, null, 8]);
});
