import { type AddressInfo, connect } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { openLog } from '../log/log';
import { createService } from './service';

const SHORT = { headersMs: 100, requestMs: 200, idleMs: 400, checkEveryMs: 20 };
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
const BODY = '{"query":"{ slow }"}';

describe('a service that waits no longer than it has to', () => {
  let release: () => void = () => undefined;
  const server = new ApolloServer({
    typeDefs: 'type Query { slow: Int }',
    resolvers: {
      Query: {
        slow: () =>
          new Promise(
            (resolve) =>
              (release = () => {
                resolve(1);
              }),
          ),
      },
    },
  });
  const app = createService({
    log: openLog('test', 'silent'),
    graphql: { server, methods: 'POST', contextOf: () => ({}) },
    isReady: () => true,
    close: () => server.stop(),
    patience: SHORT,
  });

  beforeAll(async () => {
    await server.start();
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => app.close());

  /** All that came back until the service closed the connection. */
  const answerTo = (sent: string) =>
    new Promise<string>((resolve) => {
      let text = '';
      const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket
        .on('error', () => socket.destroy())
        .on('close', () => {
          resolve(text);
        });
      socket.write(sent);
    });

  it.each([
    ['headers that do not end', 'POST /graphql HTTP/1.1\r\nhost: a\r\nx-a'],
    ['a body that does not come', `${HEAD}content-length: 100\r\n\r\n`],
  ])('closes a connection with %s', async (_name, sent) => {
    const answer = await answerTo(sent);
    expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it('does not cut off an answer that takes longer than that, and closes the idle connection after it', async () => {
    const answering = answerTo(`${HEAD}content-length: ${BODY.length}\r\n\r\n${BODY}`);
    const cut = await Promise.race([
      answering,
      new Promise<'still open'>((resolve) =>
        app.server.once('timeout', () => {
          resolve('still open');
        }),
      ),
    ]);
    expect(cut).toBe('still open');
    release();
    expect(await answering).toContain('{"data":{"slow":1}}');
  });

  it('refuses headers of more than 16 KiB', async () => {
    const answer = await answerTo(`${HEAD}x-a: ${'x'.repeat(17_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
    expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
  });
});
