import { type Asked, PLACEMENT, ask, requestOf } from '../../testing/guarded-people';

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
    const request = requestOf(PLACEMENT);
    request.disclosures.closed = true;
    const { data, errors, disclosed, refused } = await ask(
      '{ people(ids: ["own", "mine"]) { id name loan contact { phone } } byRegion: people(filter: { region: "36" }) { id } }',
      request,
    );
    const nothing = { name: null, loan: null, contact: null };
    expect(data).toEqual({
      people: [
        { id: 'own', ...nothing },
        { id: 'mine', ...nothing },
      ],
      byRegion: null,
    });
    const unavailable = (coordinate: string, count: number) =>
      expect.objectContaining({ code: 'AUDIT_UNAVAILABLE', coordinate, count }) as unknown;
    expect(errors).toEqual(
      expect.arrayContaining([
        unavailable('PersonFilter.region', 1),
        ...['Person.name', 'Person.loan', 'Person.contact'].map((each) => unavailable(each, 2)),
      ]),
    );
    expect(errors).toHaveLength(4);
    expect([disclosed, refused]).toEqual([[], []]);
  });

  it('can fail after an answer was made: made again without records, it has all its errors', async () => {
    const request = requestOf(PLACEMENT);
    const source = '{ people(ids: ["own"]) { id name loan } }';
    expect((await ask(source, request)).errors).toMatchObject([{ code: 'FORBIDDEN_FIELD' }]);
    request.disclosures.closed = true;
    const { data, errors } = await ask(source, { ...request, ctx: { ...request.ctx } });
    expect(data).toEqual({ people: [{ id: 'own', name: null, loan: null }] });
    expect(errors).toMatchObject([
      { code: 'AUDIT_UNAVAILABLE', coordinate: 'Person.name' },
      { code: 'AUDIT_UNAVAILABLE', coordinate: 'Person.loan' },
    ]);
  });
});
