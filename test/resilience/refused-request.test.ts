import { Federation, START_WITHIN_MS } from './fixture/federation';
import { LIBRARY } from './fixture/library';

const RESPONSE_TYPE = 'application/graphql-response+json';

describe('a request that cannot be served', () => {
  let federation: Federation;

  beforeAll(async () => {
    federation = await Federation.start(LIBRARY);
  }, START_WITHIN_MS);
  afterAll(() => federation.stop());

  it.each([
    ['a syntax error', '{ works { title ', {}, 'GRAPHQL_PARSE_FAILED', 400],
    [
      'an unknown enum in the document',
      '{ works(genre: SATIRE) { title } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
      400,
    ],
    [
      'an unknown enum in a variable',
      'query ($g: Genre) { works(genre: $g) { title } }',
      { g: 'SATIRE' },
      'BAD_USER_INPUT',
      400,
    ],
    ['a missing variable', 'query ($id: ID!) { work(id: $id) { title } }', {}, 'BAD_USER_INPUT', 400],
    [
      'an unknown operation',
      'query A { shelf { code } } query B { shelf { place } }',
      {},
      'OPERATION_RESOLUTION_FAILURE',
      400,
    ],
  ])('is told so: %s', async (_name, query, variables, code, status) => {
    const reply = await federation.gateway.ask(query, variables, { accept: RESPONSE_TYPE });
    expect(reply.status).toBe(status);
    expect(reply.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expect(reply.body).not.toHaveProperty('data');
    expect(federation.subgraph('catalogue').received).toHaveLength(0);
  });

  it('is told so when its body is too large, and the gateway goes on', async () => {
    const reply = await federation.gateway.ask('{ shelf { code } }', { padding: 'x'.repeat(5_000_000) });
    expect(reply.status).toBe(413);
    expect(reply.body.errors?.[0]?.extensions['code']).toBe('PAYLOAD_TOO_LARGE');
    expect((await federation.gateway.ask('{ shelf { code } }')).body).toEqual({
      data: { shelf: { code: 'A-1' } },
    });
  });

  it.each(['just looking', 'CURIOSITY', 'placement', 'PLACEMENT, AUDIT'])(
    'is told so when its purpose is %s',
    async (purpose) => {
      const reply = await federation.gateway.ask('{ shelf { code } }', {}, { 'x-purpose': purpose });
      expect(reply.status).toBe(400);
      expect(reply.body.errors?.[0]?.message).toBe(
        'x-purpose must be one of PLACEMENT, TRAINING, BENEFIT, STATISTICS, AUDIT, SUBJECT_ACCESS.',
      );
      expect(reply.body.errors?.[0]?.extensions['code']).toBe('BAD_REQUEST');
    },
  );

  it('may use a variable of any name', async () => {
    const { body } = await federation.gateway.ask(
      'query ($representations: ID!) { work(id: $representations) { title maker { name } } }',
      { representations: 'b1' },
    );
    expect(body).toEqual({ data: { work: { title: 'Bumi', maker: { name: 'Umar' } } } });
  });

  it('leaves nothing of itself in the log', () => {
    expect(federation.gateway.isRunning).toBe(true);
    expect(federation.gateway.output.join('\n')).not.toMatch(/SATIRE|works|shelf|just looking/);
  });
});
