import fastify from 'fastify';
import { addPlainRoute } from './plain-route';

it('serves the text of the moment under its media type, by GET only', async () => {
  const app = fastify();
  let text = 'dawn';
  addPlainRoute(app, { path: '/almanac', type: 'application/jose', text: () => Promise.resolve(text) });
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}/almanac`;
  try {
    const first = await fetch(address);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/jose']);
    expect(await first.text()).toBe('dawn');
    text = 'dusk';
    expect(await (await fetch(address)).text()).toBe('dusk');
    expect((await fetch(address, { method: 'POST' })).status).toBe(404);
  } finally {
    await app.close();
  }
});
