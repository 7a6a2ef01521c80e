import { checkDrift } from './drift';

describe('drift', () => {
  it('names the file and the first line that differs', () => {
    const committed = new Map(Object.entries({ 'api.graphql': 'a\nb\n', 'old.graphql': 'a' }));
    const current = new Map(Object.entries({ 'api.graphql': 'a\nc\n', 'new.graphql': 'a' }));
    const findings = checkDrift(committed, current);
    expect(findings.map(({ coordinate }) => coordinate)).toEqual([
      'api.graphql',
      'new.graphql',
      'old.graphql',
    ]);
    expect(findings[0]?.message).toContain('from line 2 on');
  });

  it('is nothing where nothing changed', () => {
    const files = new Map([['api.graphql', 'a\n']]);
    expect(checkDrift(files, new Map(files))).toEqual([]);
  });
});
