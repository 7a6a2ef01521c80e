import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../postgres/cannot-start';
import { ChildLog } from './child-log';

/** A Node program to run as a child process. */
export interface Program {
  /** What people know it by; also names its log. */
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

const STOPS_WITHIN_MS = 12_000;
const READY_WITHIN_MS = 120_000;

/** A child process with a log of its own. When we are gone it ends by itself, see child.ts. */
export class HouseProcess {
  /** Resolves when the process is gone; true if it ended well. */
  readonly ended: Promise<boolean>;
  private readonly log: ChildLog;
  private readonly child: ChildProcess;
  private ending = 'still running';

  constructor(
    readonly program: Program,
    logFolder: string,
  ) {
    this.log = new ChildLog(logFolder, program.name);
    const output = this.log.open();
    // In a session of its own: Ctrl-C reaches only us, and we stop everything in order.
    this.child = spawn(process.execPath, [program.file, ...(program.args ?? [])], {
      env: program.env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => {
        this.ending = error.message;
        resolve(false);
      });
      this.child.once('exit', (code, signal) => {
        this.ending = signal ?? `exit code ${String(code)}`;
        resolve(code === 0);
      });
    });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.child.on('message', listener);
  }

  /** Waits until the process says that it is ready to serve. */
  async ready(origin: string, halt: AbortSignal): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await isReady(origin))) {
      halt.throwIfAborted();
      if (Date.now() > deadline) throw this.complaint('was not ready within two minutes');
      await pause(100);
    }
  }

  /** Ends the process: first by asking. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const impatience = setTimeout(() => this.child.kill('SIGKILL'), STOPS_WITHIN_MS);
    await this.ended;
    clearTimeout(impatience);
  }

  /** What to tell the person at the terminal when the process ended although nobody asked it to. */
  unexpectedEnd(): CannotStart {
    return this.complaint(`ended unexpectedly (${this.ending})`);
  }

  /** What the process warned of, each line under its name. */
  warnings(): string[] {
    return this.log.warnings().map((line) => `${this.program.name}: ${line}`);
  }

  private complaint(what: string): CannotStart {
    return new CannotStart(
      [`${this.program.name} ${what}. Its log is ${this.log.path}`, ...this.log.complaints()].join('\n  '),
    );
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
