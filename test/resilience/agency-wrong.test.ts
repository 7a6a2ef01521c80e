import { Federation, START_WITHIN_MS } from './fixture/federation';
import type { Behaviour } from './fixture/fixture-subgraph';
import type { Reply } from './fixture/gateway-process';
import { LIBRARY } from './fixture/library';

const MAKERS = '{ works { title maker { name } } }';

function codesOf({ body }: Reply): unknown[] {
  return (body.errors ?? []).map(({ path, extensions }) => ({ path, ...extensions }));
}

const sending =
  (status: number, contentType: string, body: string | Buffer): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': contentType }).end(body);
  };

const JSON_TYPE = 'application/json';

const NO_ANSWERS: readonly { name: string; behaviour: Behaviour; code: string }[] = [
  {
    name: 'a web page',
    behaviour: sending(200, 'text/html', '<h1>hello</h1>'),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
  {
    name: 'a proxy’s error page',
    behaviour: sending(502, 'text/html', '<h1>bad gateway</h1>'),
    code: 'SUBGRAPH_UNAVAILABLE',
  },
  { name: 'an empty error', behaviour: sending(500, 'text/plain', ''), code: 'SUBGRAPH_UNAVAILABLE' },
  {
    name: 'broken JSON',
    behaviour: sending(200, JSON_TYPE, '{"data":{"_ent'),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
  { name: 'a JSON list', behaviour: sending(200, JSON_TYPE, '[]'), code: 'SUBGRAPH_INVALID_RESPONSE' },
  {
    name: 'neither data nor errors',
    behaviour: sending(200, JSON_TYPE, '{}'),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
  {
    name: 'data that is a list',
    behaviour: sending(200, JSON_TYPE, '{"data":[]}'),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
  {
    name: 'errors that are none',
    behaviour: sending(200, JSON_TYPE, '{"errors":["no"]}'),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
  {
    name: 'too few entities',
    behaviour: sending(200, JSON_TYPE, '{"data":{"_entities":[{"__typename":"Person","name":"x"}]}}'),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
  {
    name: 'bytes that are not UTF-8',
    behaviour: sending(200, JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
  {
    name: 'seventeen megabytes',
    behaviour: sending(200, JSON_TYPE, `{"data":null,"errors":[],"x":"${'x'.repeat(17 * 1024 * 1024)}"}`),
    code: 'SUBGRAPH_INVALID_RESPONSE',
  },
];

describe('an agency that answers wrongly', () => {
  let federation: Federation;

  beforeAll(async () => {
    federation = await Federation.start(LIBRARY);
  }, START_WITHIN_MS);
  beforeEach(() => {
    federation.behaveWell();
  });
  afterAll(() => federation.stop());

  it.each(NO_ANSWERS)('costs its own fields and one error: $name', async ({ behaviour, code }) => {
    federation.subgraph('people').misbehave(behaviour);
    const reply = await federation.gateway.ask(MAKERS);
    expect(reply.body.data?.['works']).toHaveLength(5);
    expect(codesOf(reply)).toEqual([
      { path: ['works', 0, 'maker', 'name'], code, agency: 'people', count: 5 },
    ]);
  });

  it('loses only the values that do not fit its schema', async () => {
    const copy = { title: 'Bumi', __typename: 'Book', id: 'b1' };
    federation.subgraph('catalogue').answerWith({
      data: {
        works: [{ ...copy, pages: 'many' }, { ...copy, pages: 3 }, 7],
        shelf: { code: 'A-1', place: ['here'] },
      },
    });
    const reply = await federation.gateway.ask(
      '{ works { title ... on Book { pages } } shelf { code place } }',
    );
    expect(reply.body.data?.['shelf']).toEqual({ code: 'A-1', place: null });
    expect(codesOf(reply)).toEqual([
      { path: ['works', 0, 'pages'], code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'catalogue', count: 3 },
    ]);
  });

  it('is told on when it leaves out a field', async () => {
    federation.subgraph('catalogue').answerWith({ data: { shelf: { code: 'A-1' } } });
    const reply = await federation.gateway.ask('{ shelf { code place } }');
    expect(reply.body.data).toEqual({ shelf: { code: 'A-1', place: null } });
    expect(codesOf(reply)).toEqual([
      { path: ['shelf', 'place'], code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'catalogue', count: 1 },
    ]);
  });

  it('is told on when a list is none, at the price of that list alone', async () => {
    federation.subgraph('catalogue').answerWith({ data: { works: { title: 'x' }, shelf: { code: 'A-1' } } });
    const reply = await federation.gateway.ask('{ works { title } shelf { code } people { name } }');
    expect(reply.body.data).toMatchObject({ works: null, shelf: { code: 'A-1' }, people: [{}, {}, {}] });
    expect(codesOf(reply)).toMatchObject([{ path: ['works'], code: 'SUBGRAPH_INVALID_RESPONSE' }]);
  });

  it('loses only the values of entities that do not fit its schema', async () => {
    federation.subgraph('people').answerWith({
      data: {
        _entities: [
          { name: 'Umar', born: 'long ago' },
          { name: 'Garin', born: 1961 },
          { name: ['Sari'], born: 1948 },
          7,
          { __typename: 'Person', name: 'Sari', born: null },
        ],
      },
    });
    const reply = await federation.gateway.ask('{ works { maker { name born } } }');
    expect(reply.body.data).toEqual({
      works: [
        { maker: { name: 'Umar', born: null } },
        { maker: { name: 'Garin', born: 1961 } },
        { maker: null },
        { maker: null },
        { maker: { name: 'Sari', born: null } },
      ],
    });
    expect(codesOf(reply)).toEqual([
      { path: ['works', 0, 'maker', 'born'], code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'people', count: 3 },
    ]);
  });

  it('is told on when it leaves out a field of its entities', async () => {
    federation.subgraph('people').answerWith({ data: { _entities: [{}, {}, {}, {}, {}] } });
    const reply = await federation.gateway.ask('{ works { title maker { born } } }');
    expect(reply.body.data?.['works']).toHaveLength(5);
    expect(codesOf(reply)).toEqual([
      { path: ['works', 0, 'maker', 'born'], code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'people', count: 5 },
    ]);
  });

  it.each([
    ['is none', { title: 'x' }, ['maker', 'works']],
    ['has other things than objects', [7], ['maker', 'works', 0]],
  ])(
    'is told on when a list of an entity %s, at the price of that list alone',
    async (_name, list, place) => {
      federation.subgraph('people').answerWith({ data: { _entities: [{ born: 1925, works: list }] } });
      const reply = await federation.gateway.ask('{ work(id: "b1") { title maker { born works { id } } } }');
      expect(reply.body.data).toEqual({ work: { title: 'Bumi', maker: { born: 1925, works: null } } });
      expect(codesOf(reply)).toEqual([
        { path: ['work', ...place], code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'people', count: 1 },
      ]);
    },
  );

  it('is told on beside an agency that is down for the same rows', async () => {
    federation.subgraph('stock').misbehave((response) => response.destroy());
    federation.subgraph('people').misbehave((response) => {
      const entities = Array.from({ length: 5 }, () => ({ name: 'Sari', born: 'long ago' }));
      const answer = JSON.stringify({ data: { _entities: entities } });
      // Comes when the other agency is known to be down.
      setTimeout(() => response.writeHead(200, { 'content-type': JSON_TYPE }).end(answer), 200);
    });
    const reply = await federation.gateway.ask('{ works { maker { name born } ... on Book { copies } } }');
    expect(codesOf(reply)).toEqual([
      { path: ['works', 0, 'copies'], code: 'SUBGRAPH_UNAVAILABLE', agency: 'stock', count: 3 },
      { path: ['works', 0, 'maker', 'born'], code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'people', count: 5 },
    ]);
  });

  it('is told on beside an agency that reports an error for the same row', async () => {
    const refusal = { message: 'No.', path: ['_entities', 0, 'copies'], extensions: { code: 'FORBIDDEN' } };
    federation.subgraph('stock').answerWith({ data: { _entities: [{ copies: null }] }, errors: [refusal] });
    federation.subgraph('people').misbehave((response) => {
      const answer = JSON.stringify({ data: { _entities: [{ born: 'long ago' }] } });
      setTimeout(() => response.writeHead(200, { 'content-type': JSON_TYPE }).end(answer), 200);
    });
    const reply = await federation.gateway.ask(
      '{ work(id: "b1") { maker { born } ... on Book { copies } } }',
    );
    expect(codesOf(reply)).toEqual([
      { path: ['work', 'copies'], code: 'FORBIDDEN', agency: 'stock', count: 1 },
      { path: ['work', 'maker', 'born'], code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'people', count: 1 },
    ]);
  });

  it('is told on beside an agency that is down when it knows nothing of entities it should know', async () => {
    federation.subgraph('catalogue').misbehave((response) => response.destroy());
    federation.subgraph('stock').answerWith({ data: { _entities: [null, null] } });
    const reply = await federation.gateway.ask(
      '{ person(id: "p1") { works { ... on Book { genre places { code } } } } }',
    );
    expect(codesOf(reply)).toEqual([
      { path: ['person', 'works', 0, 'genre'], code: 'SUBGRAPH_UNAVAILABLE', agency: 'catalogue', count: 2 },
      { path: ['person', 'works', 0, 'places'], code: 'SUBGRAPH_INVALID_RESPONSE', count: 2 },
    ]);
  });

  it('does not hide that it knows nothing of entities it should know', async () => {
    federation.subgraph('catalogue').misbehave((response, _request, { body }) => {
      const count = (body.variables?.['representations'] as unknown[]).length;
      response.writeHead(200, { 'content-type': JSON_TYPE });
      response.end(JSON.stringify({ data: { _entities: Array<null>(count).fill(null) } }));
    });
    const reply = await federation.gateway.ask(
      '{ person(id: "p1") { works { ... on Book { title } } } people { name } }',
    );
    expect(reply.body.data).toMatchObject({ person: { works: null }, people: [{}, {}, {}] });
    expect(codesOf(reply)).toEqual([
      { path: ['person', 'works', 0, 'title'], code: 'SUBGRAPH_INVALID_RESPONSE', count: 2 },
    ]);
    expect(reply.body).not.toHaveProperty('extensions');
  });

  it('keeps code, message and problems of its errors, at the place they have in the answer', async () => {
    federation.subgraph('stock').misbehave((response) => {
      const error = {
        message: 'Nobody may know how many there are.',
        path: ['_entities', 1, 'copies'],
        locations: [{ line: 1, column: 1 }],
        extensions: {
          code: 'FORBIDDEN',
          problems: [{ path: ['id'], message: 'closed', remedy: 'ask', sql: 'select 1' }],
          serviceName: 'stock',
          stacktrace: ['at secret.ts'],
          exception: { sql: 'select copies from stock' },
        },
      };
      const entities = ['b1', 'b2', 'b3'].map((id) => ({ __typename: 'Book', id, copies: null }));
      response.writeHead(200, { 'content-type': JSON_TYPE });
      response.end(JSON.stringify({ data: { _entities: entities }, errors: [error] }));
    });
    const reply = await federation.gateway.ask('{ works { title ... on Book { copies } } }');
    expect(reply.body.errors).toEqual([
      {
        message: 'Nobody may know how many there are.',
        path: ['works', 2, 'copies'],
        extensions: {
          code: 'FORBIDDEN',
          agency: 'stock',
          count: 1,
          problems: [{ path: ['id'], message: 'closed', remedy: 'ask' }],
        },
      },
    ]);
  });

  it('does not say in public what it could not say well, and rows that fail alike are one error', async () => {
    federation.subgraph('people').misbehave((response, _request, { body }) => {
      const count = (body.variables?.['representations'] as unknown[]).length;
      response.writeHead(200, { 'content-type': JSON_TYPE });
      response.end(
        JSON.stringify({
          data: { _entities: Array<null>(count).fill(null) },
          errors: Array.from({ length: count }, (_, index) => ({
            message: `duplicate key (nik)=(367301${String(index)})`,
            path: ['_entities', index],
          })),
        }),
      );
    });
    const reply = await federation.gateway.ask(MAKERS);
    expect(JSON.stringify(reply.body)).not.toContain('367301');
    expect(codesOf(reply)).toEqual([
      { path: ['works', 0, 'maker'], code: 'INTERNAL_SERVER_ERROR', agency: 'people', count: 5 },
    ]);
  });

  it('passes on one error for a request that it refuses as a whole', async () => {
    federation.subgraph('people').answerWith(
      {
        errors: [
          { message: 'Come in with an identity.', extensions: { code: 'UNAUTHENTICATED' } },
          { message: 'And again.' },
        ],
      },
      401,
    );
    const reply = await federation.gateway.ask(MAKERS);
    expect(codesOf(reply)).toEqual([
      { path: ['works', 0, 'maker', 'name'], code: 'UNAUTHENTICATED', agency: 'people', count: 5 },
    ]);
  });

  it('leaves nothing personal in the log', () => {
    const log = federation.gateway.output.join('\n');
    expect(log).toContain('SUBGRAPH_INVALID_RESPONSE');
    for (const secret of ['367301', 'Bumi', 'works', 'maker']) expect(log).not.toContain(secret);
  });
});
