import fastify from 'fastify';
import { addCors } from './cors';

const LISTED = 'https://a.go.id';

async function ask(method: 'OPTIONS' | 'POST', origin: string | undefined, listed = [LISTED]) {
  const app = fastify();
  addCors(app, '/graphql', new Set(listed));
  app.route({
    method: ['OPTIONS', 'POST'],
    url: '/graphql',
    handler: (_request, reply) => reply.code(405).send(),
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(`${address}/graphql?a=b`, {
    method,
    headers: origin === undefined ? {} : { origin },
  });
  await app.close();
  const { status, headers } = response;
  return {
    status,
    origin: headers.get('access-control-allow-origin'),
    vary: headers.get('vary'),
    names: [...headers.keys()].filter((name) => name.startsWith('access-control-')),
  };
}

describe('pages of other origins', () => {
  it('may call when they are listed', async () => {
    expect(await ask('OPTIONS', LISTED)).toEqual({
      status: 204,
      origin: LISTED,
      vary: 'origin',
      names: expect.not.arrayContaining(['access-control-allow-credentials']) as string[],
    });
    expect(await ask('POST', LISTED)).toMatchObject({ status: 405, origin: LISTED });
  });

  it.each(['https://b.go.id', 'https://a.go.id.evil.example', 'null', undefined])(
    'get no leave when they are not: %s',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST'] as const)
        expect(await ask(method, origin)).toEqual({
          status: 405,
          origin: null,
          vary: 'origin',
          names: [],
        });
    },
  );

  it('get none anywhere when nobody is listed', async () => {
    expect(await ask('OPTIONS', LISTED, [])).toMatchObject({ status: 405, vary: null, names: [] });
  });
});
