import { checkBreaking } from './breaking';

const BEFORE = 'type Query { person(id: ID!): String, people: String, peopleOf: String }';
const AFTER = 'type Query { person(id: ID!, year: Int!): String, peopleOf: String }';
const LARGER =
  'type Query { person(id: ID!): String, people: String, peopleOf(year: Int): String, places: String }';

async function refused(after: string, changelog: string): Promise<string[]> {
  const findings = await checkBreaking(BEFORE, after, changelog);
  return findings.map(({ coordinate }) => coordinate).sort();
}

describe('a change that breaks clients', () => {
  it('is refused until the changelog names it under Unreleased', async () => {
    const silent =
      '# Changelog\n\n## Unreleased\n\n- `Query.peopleOf` is faster.\n\n## 0.1.0\n\n- No `Query.people`.\n';
    expect(await refused(AFTER, silent)).toEqual(['Query.people', 'Query.person']);
  });

  it('lands once it is announced', async () => {
    const told =
      '# Changelog\n\n## Unreleased\n\n- `Query.people` is gone; ask `Query.person`, with a year.\n';
    expect(await refused(AFTER, told)).toEqual([]);
  });

  it('is not an optional addition', async () => {
    expect(await refused(LARGER, '')).toEqual([]);
  });
});
