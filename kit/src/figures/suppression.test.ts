import { published, publishedParts } from './suppression';

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
