import { lookForCanaries } from './canary/canary';
import { Search, canaries, formsOf } from './canary/needles';

jest.setTimeout(300_000);

it('leaves no canary anywhere but encrypted at home, and would find one elsewhere', async () => {
  const { planted, hits, atHome, plantedLeaksFound, tally } = await lookForCanaries({
    blocks: 1,
    misplaced: 10,
  });

  expect(hits).toEqual([]);
  expect([planted, atHome, plantedLeaksFound]).toEqual([250, 250, 3]);
  expect(tally['comparisons that were made']).toBeGreaterThan(150);
  expect(tally).toMatchObject({ 'numbers told to a head': 10, 'numbers in every wrong place': 10 });
});

it.each(formsOf(canaries(1)[0] ?? ''))('finds a canary: $form', ({ canary, form, text }) => {
  const search = new Search(formsOf(canary));
  search.in('here', `before ${text} after`);
  expect(search.hits).toContainEqual({ canary, form, place: 'here' });
});
