import type { FastifyInstance } from 'fastify';

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'accept, authorization, content-type, x-explain, x-purpose, x-request-id',
  'access-control-max-age': '600',
};
const EXPOSED = { 'access-control-expose-headers': 'retry-after, x-request-id' };

/**
 * Lets pages of the listed origins call the graph, and of no other. Never with credentials: a browser has none to send
 * here, since callers are known by a token in a header alone.
 */
export function addCors(app: FastifyInstance, path: string, origins: ReadonlySet<string>): void {
  if (origins.size === 0) return;
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (request.url.split('?', 1)[0] !== path) {
      done();
      return;
    }
    void reply.header('vary', 'origin');
    if (origin === undefined || !origins.has(origin)) {
      done();
      return;
    }
    void reply.headers({ 'access-control-allow-origin': origin, ...EXPOSED });
    if (request.method === 'OPTIONS') void reply.headers(PREFLIGHT).code(204).send();
    else done();
  });
}
