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
  const { statusCode, headers } = await app.inject({
    method,
    url: '/graphql?a=b',
    headers: origin === undefined ? {} : { origin },
  });
  const names = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
  return { statusCode, origin: headers['access-control-allow-origin'], vary: headers['vary'], names };
}

describe('pages of other origins', () => {
  it('may call when they are listed', async () => {
    expect(await ask('OPTIONS', LISTED)).toEqual({
      statusCode: 204,
      origin: LISTED,
      vary: 'origin',
      names: expect.not.arrayContaining(['access-control-allow-credentials']) as string[],
    });
    expect(await ask('POST', LISTED)).toMatchObject({ statusCode: 405, origin: LISTED });
  });

  it.each(['https://b.go.id', 'https://a.go.id.evil.example', 'null', undefined])(
    'get no leave when they are not: %s',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST'] as const)
        expect(await ask(method, origin)).toEqual({
          statusCode: 405,
          origin: undefined,
          vary: 'origin',
          names: [],
        });
    },
  );

  it('get none anywhere when nobody is listed', async () => {
    expect(await ask('OPTIONS', LISTED, [])).toMatchObject({ statusCode: 405, vary: undefined, names: [] });
  });
});
