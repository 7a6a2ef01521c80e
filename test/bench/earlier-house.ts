import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { freePorts } from '@simpul/kit/launch/ports';
import { CannotStart } from '@simpul/kit/postgres/cannot-start';
import { deleteDataFolder } from '@simpul/kit/postgres/folders';

/** A house of an earlier commit, built in a folder of its own, as its own `npm start` runs it. */
export class EarlierHouse {
  private readonly dataFolder = mkdtempSync(path.join(tmpdir(), 'simpul-earlier-'));
  private child: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly inherited: NodeJS.ProcessEnv,
  ) {
    if (!existsSync(path.join(folder, 'kit/dist/launch/start.js')))
      throw new CannotStart(`There is no built house in ${folder}: run npm ci && npx turbo run build there.`);
  }

  /** The process above all others of the house. */
  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('The earlier house is not open.');
    return this.child.pid;
  }

  /** Fills it with so many people and starts it; answers the gateway's origin. */
  async open(people: number): Promise<string> {
    const [port = 0] = await freePorts(1);
    const env = { ...this.inherited, PORT: String(port), SIMPUL_DATA: this.dataFolder };
    const filling = spawn(process.execPath, ['kit/dist/launch/demo.js', '--people', String(people)], {
      ...{ cwd: this.folder, env, stdio: 'ignore' as const },
    });
    const [code] = (await once(filling, 'exit')) as [number | null];
    if (code !== 0) throw new CannotStart(`The earlier house was not filled (exit code ${String(code)}).`);
    this.child = spawn(process.execPath, ['kit/dist/launch/start.js'], {
      ...{ cwd: this.folder, env, stdio: ['ignore', 'pipe', 'inherit'] as const },
    });
    if (this.child.stdout === null) throw new Error('Nothing can be read of the earlier house.');
    for await (const line of createInterface(this.child.stdout))
      if (line.startsWith('ready ')) return `http://127.0.0.1:${String(port)}`;
    throw new CannotStart('The earlier house ended before it was ready.');
  }

  async close(): Promise<void> {
    if (this.child !== undefined && this.child.exitCode === null) {
      this.child.kill('SIGINT');
      await once(this.child, 'exit');
    }
    deleteDataFolder(this.dataFolder);
  }
}
