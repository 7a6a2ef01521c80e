import { openLog } from '../log/log';
import { Poller } from './poller';

const log = openLog('poller', 'silent');
let warned: jest.SpyInstance;
let informed: jest.SpyInstance;
let now: number;
let work: jest.Mock<Promise<void>, [AbortSignal]>;
let poller: Poller;

beforeEach(() => {
  warned = jest.spyOn(log, 'warn').mockReturnValue();
  informed = jest.spyOn(log, 'info').mockReturnValue();
  now = 0;
  work = jest.fn<Promise<void>, [AbortSignal]>(() => Promise.resolve());
  const polling = { name: 'almanac', everyMs: 1000, warnAfterMs: 10_000, log, work };
  poller = new Poller(polling, () => now);
});
afterEach(async () => {
  await poller.stop();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it('never does it twice at once: who asks meanwhile waits for what is under way', async () => {
  let finish = (): void => undefined;
  work.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
  const [first, second] = [poller.poll(), poller.poll()];
  expect(second).toBe(first);
  expect(work).toHaveBeenCalledTimes(1);
  finish();
  await first;
  const third = poller.poll();
  expect(work).toHaveBeenCalledTimes(2);
  finish();
  await third;
});

it('does it at once, then a second after each time began, also after failures, until it is stopped', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] });
  work.mockImplementation(() => {
    now += 300;
    return Promise.reject(new Error('no answer'));
  });
  poller.start();
  expect(work).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(699);
  expect(work).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  await poller.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it('tells what is under way that it is stopped, waits for it, and does not call that a failure', async () => {
  now = 60_000;
  let ended = false;
  work.mockImplementation(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          ended = true;
          reject(new Error('stopped'));
        });
      }),
  );
  poller.start();
  await poller.stop();
  expect(ended).toBe(true);
  expect(warned).not.toHaveBeenCalled();
});

it('warns once of a failure that lasts, and tells that it is over', async () => {
  work.mockRejectedValue(new Error('no answer'));
  await poller.poll();
  now = 9999;
  await poller.poll();
  expect(warned).not.toHaveBeenCalled();
  now = 10_000;
  await poller.poll();
  await poller.poll();
  expect(warned.mock.calls).toEqual([
    [{ work: 'almanac', cause: 'Error: no answer' }, 'fails again and again'],
  ]);
  work.mockResolvedValue();
  await poller.poll();
  await poller.poll();
  expect(informed.mock.calls).toEqual([[{ work: 'almanac' }, 'succeeds again']]);
});

it('does not count failures together that a success lies between', async () => {
  work.mockRejectedValueOnce(new Error('no answer'));
  await poller.poll();
  await poller.poll();
  now = 20_000;
  work.mockRejectedValueOnce(new Error('no answer'));
  await poller.poll();
  expect(warned).not.toHaveBeenCalled();
});

it('tells of a statement that fails no more than that: it would quote its values', async () => {
  const fault = Object.assign(new Error('duplicate key: (Siti)'), { name: 'QueryFailedError' });
  work.mockRejectedValue(fault);
  await poller.poll();
  now = 10_000;
  await poller.poll();
  expect(warned.mock.calls).toEqual([
    [{ work: 'almanac', cause: 'QueryFailedError' }, 'fails again and again'],
  ]);
});
