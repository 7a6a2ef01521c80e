import fastify from 'fastify';
import { ConfigError } from '../config/config';
import { openLog } from '../log/log';
import { closeOnSignal, hostSchema, listen } from './listen';

describe('listening', () => {
  it.each(['0.0.0.0', '::', '192.168.1.10', '10.0.0.1', 'example.org', ''])(
    'is refused on %s',
    async (host) => {
      const app = fastify();
      await expect(listen(app, { host, port: 0 })).rejects.toThrow(ConfigError);
      expect(app.server.listening).toBe(false);
      expect(hostSchema.safeParse(host).error?.issues[0]?.message).toBe(
        `until agreements decide who reads what, the gateway listens on loopback only; refusing to listen on ${host}`,
      );
    },
  );

  it.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('may be configured on %s', (host) => {
    expect(hostSchema.parse(host)).toBe(host);
  });

  it('happens on loopback', async () => {
    const app = fastify();
    const origin = await listen(app, { host: '127.0.0.1', port: 0 });
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await app.close();
  });
});

describe('a process that is asked to end', () => {
  it('ends although a request never does', () => {
    jest.useFakeTimers();
    const exit = jest.spyOn(process, 'exit').mockImplementation();
    const app = fastify();
    jest.spyOn(app, 'close').mockReturnValue(new Promise(() => undefined) as never);
    const once = jest.spyOn(process, 'once').mockReturnThis();
    closeOnSignal(app, openLog('test', 'silent'));
    const close = once.mock.calls.find(([event]) => event === 'SIGTERM')?.[1];

    close?.('SIGTERM');
    jest.advanceTimersByTime(10_999);
    expect(exit).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(exit).toHaveBeenCalledWith(1);

    jest.useRealTimers();
    jest.restoreAllMocks();
  });
});
