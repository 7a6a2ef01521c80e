import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { prepareGatewayKeys } from '@simpul/kit/launch/gateway-keys';
import { openTestIssuer } from '../../testkit/issuer';

const MAIN = resolve(__dirname, '../../../gateway/dist/main.js');
const FROM_DIST = resolve(__dirname, '../../../../gateway/dist/main.js');

// Nobody listens there: whatever gets as far as an agency is told that it is away, which no attack may expect.
const NOBODY = 'http://127.0.0.1:9/graphql';
const AGENCIES = ['LABOR_OFFICE', 'TRAINING_CENTER', 'PROVINCE', 'EMPLOYERS'];

/** The gateway as it runs for the public, over the published supergraph, without agencies. */
export class PublicGateway {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
    private readonly own: { readonly output: readonly string[]; readonly release: () => Promise<void> },
  ) {}

  static async start(): Promise<PublicGateway> {
    const main = __dirname.includes('/dist/') ? FROM_DIST : MAIN;
    const folder = mkdtempSync(join(tmpdir(), 'simpul-hostile-'));
    const { privateKey, publicKeys } = prepareGatewayKeys(folder);
    const issuer = await openTestIssuer();
    const urls = Object.fromEntries(AGENCIES.map((name) => [`SUBGRAPH_URL_${name}`, NOBODY]));
    const child = spawn(process.execPath, [main, '--port', '0'], {
      env: {
        PATH: '/usr/bin:/bin',
        NODE_ENV: 'test',
        LOG_LEVEL: 'trace',
        ...urls,
        GATEWAY_KEY_FILE: privateKey,
        ACCESS_BUNDLE_URL: 'http://127.0.0.1:9/access-bundle',
        ACCESS_BUNDLE_JWKS_FILE: publicKeys,
        OIDC_ISSUER: issuer.trust.issuer,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    const ready = new Promise<string>((found, failed) => {
      createInterface(child.stdout).on('line', (line) => {
        output.push(line);
        if (line.startsWith('ready ')) found(new URL(line.slice('ready '.length)).origin);
      });
      child.once('close', () => {
        failed(new Error(`the gateway does not start:\n${output.join('\n')}`));
      });
    });
    const release = async (): Promise<void> => {
      rmSync(folder, { recursive: true });
      await issuer.close();
    };
    return new PublicGateway(child, await ready, { output, release });
  }

  /** All that it has logged. */
  get log(): string {
    return this.own.output.join('\n');
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
    await this.own.release();
  }
}
