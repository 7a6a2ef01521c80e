import { ConfigError, EXIT_CONFIG } from '../config/config';
import { CannotStart } from '../postgres/cannot-start';

/** The reason of an end that was asked for, by Ctrl-C or a signal. */
class Interrupted extends Error {}

/** Runs a command to its end. It is told by `halt` when it is to stop, and may halt itself when something goes wrong. */
export async function runCommand(
  work: (halt: AbortController) => Promise<void>,
  exitCodeWhenInterrupted: number,
): Promise<void> {
  const halt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Under npm one Ctrl-C arrives twice, so a second one must not cut the stop short.
    process.on(signal, () => {
      halt.abort(new Interrupted());
    });
  }
  try {
    await work(halt);
  } catch (error) {
    // What broke first is told, not what broke because of it; but a stop that fails is told too.
    const isFault = halt.signal.aborted && !(halt.signal.reason instanceof Interrupted);
    const reason: unknown = isFault ? halt.signal.reason : error;
    if (reason instanceof Interrupted) {
      process.exitCode = exitCodeWhenInterrupted;
    } else {
      process.exitCode = reason instanceof ConfigError ? EXIT_CONFIG : 1;
      process.stderr.write(`${describe(reason)}\n`);
    }
  }
}

/** Stops when the process that started this one is gone. npm does not pass on every way to end, kill -9 least of all. */
export function haltWithoutParent(halt: AbortController): void {
  const parent = process.ppid;
  const check = (): void => {
    if (process.ppid !== parent) halt.abort(new Interrupted());
  };
  setInterval(check, 1000).unref();
}

/** Waits for the end, whatever its reason, and passes the reason on. */
export function halted(halt: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => {
      reject(halt.reason instanceof Error ? halt.reason : new Error(String(halt.reason)));
    };
    if (halt.aborted) end();
    else halt.addEventListener('abort', end, { once: true });
  });
}

/** What we foresaw is said in words; anything else is a bug, and its stack shows where. */
function describe(reason: unknown): string {
  if (reason instanceof CannotStart || reason instanceof ConfigError) return reason.message;
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
