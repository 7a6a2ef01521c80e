import { checkShared } from './shared';
import { readSubgraph } from './subgraph';

const part = (name: string, field: string, words = 'By agency.'): ReturnType<typeof readSubgraph> =>
  readSubgraph({ name, sdl: `"${words}"\ntype DataAccesses { "Its part."\n${field}: Int }` });

describe('an answer in parts', () => {
  it('may differ from agency to agency', () => {
    expect(checkShared([part('inn', 'inn'), part('tavern', 'tavern')])).toEqual([]);
  });

  it('has no part twice', () => {
    expect(checkShared([part('inn', 'inn'), part('tavern', 'inn')])).toMatchObject([
      { rule: 'part-twice', coordinate: 'DataAccesses.inn' },
    ]);
  });

  it('has the same words everywhere', () => {
    expect(checkShared([part('inn', 'inn'), part('tavern', 'tavern', 'By inn.')])).toMatchObject([
      { rule: 'shared-type', coordinate: 'DataAccesses' },
    ]);
  });
});
