import { type Asked, PLACEMENT, RECRUITER, ask, requestOf } from '../../testing/guarded-people';

describe('what is put on record', () => {
  const BENEFIT: Asked = { ...PLACEMENT, for: 'BENEFIT' };

  it('holds that somebody has nothing, too', async () => {
    const { data, disclosed } = await ask('{ people(ids: ["mine"]) { loan } }', BENEFIT);
    expect(data).toEqual({ people: [{ loan: null }] });
    expect(disclosed).toEqual([
      { type: 'Person', field: 'loan', person: 'mine', grant: null, masked: false },
    ]);
  });

  it('holds each refusal once', async () => {
    const { refused } = await ask('{ people(ids: ["own", "mine"]) { name loan } }', PLACEMENT);
    expect(refused).toEqual(['Person.loan']);
    expect((await ask('{ people { name } }', { ...PLACEMENT, for: null })).refused).toEqual(['Person.name']);
  });

  it('decides whether anything personal is shown: without records there is one error for each field', async () => {
    const request = requestOf({ as: RECRUITER, for: 'PLACEMENT' });
    request.disclosures.closed = true;
    const { data, errors, disclosed, refused } = await ask(
      '{ candidates { id until city { code } } }',
      request,
    );
    const nothing = { until: null, city: null };
    expect(data).toEqual({
      candidates: [
        { id: 'c', ...nothing },
        { id: 'd', ...nothing },
      ],
    });
    expect(errors).toEqual(
      ['MatchCandidate.until', 'MatchCandidate.city'].map(
        (coordinate) =>
          expect.objectContaining({ code: 'AUDIT_UNAVAILABLE', coordinate, count: 2 }) as unknown,
      ),
    );
    expect([disclosed, refused]).toEqual([[], []]);
  });

  it('decides whether rows about people are shown at all', async () => {
    const request = requestOf(PLACEMENT);
    request.disclosures.closed = true;
    const { data, errors, listed } = await ask(
      '{ one: people { id } two: people { id name } byRegion: people(filter: { region: "36" }) { id } }',
      request,
    );
    expect(data).toEqual({ one: null, two: null, byRegion: null });
    expect(errors).toEqual([
      { code: 'AUDIT_UNAVAILABLE', coordinate: 'Query.people', count: 2, path: ['one'] },
      { code: 'AUDIT_UNAVAILABLE', coordinate: 'PersonFilter.region', count: 1, path: ['byRegion'] },
    ]);
    expect(listed).toEqual([]);
  });

  it('can fail after an answer was made: made again without records, it has all its errors', async () => {
    const request = requestOf({ as: RECRUITER, for: 'TRAINING' });
    const source = '{ candidates { id until } }';
    expect((await ask(source, request)).errors).toMatchObject([{ code: 'FORBIDDEN_FIELD', count: 2 }]);
    request.disclosures.closed = true;
    const { errors } = await ask(source, { ...request, ctx: { ...request.ctx } });
    expect(errors).toMatchObject([
      { code: 'AUDIT_UNAVAILABLE', coordinate: 'MatchCandidate.until', count: 2 },
    ]);
  });
});
