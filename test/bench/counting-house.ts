import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { filesToServe } from '@simpul/kit/agency/agency';
import { type BundleConfig, readLoaderConfig } from '@simpul/kit/agency/agency-config';
import { holdGrants } from '@simpul/kit/agency/agency-grants';
import { openAgency } from '@simpul/kit/agency/serve';
import { openClock } from '@simpul/kit/clock/clock';
import { roleUrls } from '@simpul/kit/database/roles';
import { type Statement, isDataSelect, observeStatements } from '@simpul/kit/database/statements';
import { servingSecrets } from '@simpul/kit/launch/agency-secrets';
import { HouseProcess } from '@simpul/kit/launch/child-process';
import { developmentKeys } from '@simpul/kit/launch/development-keys';
import { agencyEnvironment, bundleEnvironment, gatewayEnvironment } from '@simpul/kit/launch/environment';
import { keyFolder } from '@simpul/kit/launch/config';
import { type KeyFiles, gatewayKeyFiles } from '@simpul/kit/launch/gateway-keys';
import { PublicKeyFile } from '@simpul/kit/identity/gateway-keys';
import { freePorts } from '@simpul/kit/launch/ports';
import { openLog } from '@simpul/kit/log/log';
import { TEST_AUDIT } from '../testkit/audit';
import { AGENCIES } from '../testkit/house';
import type { FullHouse } from './full-house';

const REQUESTS = 'http.server.request.start';

/** What one question costs the agencies. */
export interface Cost {
  /** Requests of the gateway to agencies. */
  readonly fetches: number;
  /** Statements that read data: all but the frame of a transaction. */
  readonly selects: number;
}

/** A second house over the databases of the first, with all agencies in this process, where what they do can be counted. */
export class CountingHouse {
  private readonly toClose: (() => unknown)[] = [];
  private fetches = 0;
  private selects = 0;
  private stopObserving: (() => void) | undefined;

  private readonly keys: KeyFiles;

  constructor(private readonly full: FullHouse) {
    this.keys = gatewayKeyFiles(keyFolder(full.config));
  }

  /** Starts everything; answers the gateway's origin. */
  async open(): Promise<string> {
    const { config, programs, halt } = this.full;
    const origins = new Map<string, string>();
    for (const { name } of programs.agencies) origins.set(name, await this.openAgency(name));
    const [port = 0] = await freePorts(1);
    const gateway = new HouseProcess(
      {
        name: 'gateway.counting',
        file: programs.gateway,
        env: {
          ...gatewayEnvironment(config, origins, {
            keys: this.keys,
            issuer: this.full.issuer,
            bundle: bundleEnvironment(this.full.bundleUrl, developmentKeys(config.dataFolder)),
          }),
          PORT: String(port),
        },
      },
      path.join(config.dataFolder, 'log'),
    );
    this.toClose.push(() => gateway.stop());
    const origin = `http://127.0.0.1:${String(port)}`;
    await gateway.ready(origin, halt.signal);
    subscribe(REQUESTS, this.countFetch);
    this.stopObserving = observeStatements(this.countSelect);
    return origin;
  }

  /** Counts what happens while a question is asked. */
  async costOf(ask: () => Promise<void>): Promise<Cost> {
    this.fetches = 0;
    this.selects = 0;
    await ask();
    return { fetches: this.fetches, selects: this.selects };
  }

  async close(): Promise<void> {
    unsubscribe(REQUESTS, this.countFetch);
    this.stopObserving?.();
    for (const close of this.toClose.reverse()) await close();
  }

  private async openAgency(name: string): Promise<string> {
    const agency = Object.values(AGENCIES).find((known) => known.name === name);
    if (agency === undefined) throw new Error(`The test kit does not know the agency ${name}.`);
    const { config, databases, programs } = this.full;
    const url = databases.urlOf(name);
    const found = programs.agencies.find((known) => known.name === name);
    const env = {
      ...agencyEnvironment(config, { name, secrets: found?.secrets }, url),
      ...servingSecrets(config.dataFolder, name),
    };
    const log = openLog(name, 'silent');
    const app = await openAgency(agency, {
      urls: roleUrls(url, name, agency.ownRoles),
      clock: openClock(config.today),
      log,
      gatewayKeys: new PublicKeyFile(this.keys.publicKeys, log),
      grants: holdGrants(name, { bundle: this.bundle(), tls: null }, log).start(),
      audit: TEST_AUDIT,
      secrets: readLoaderConfig({ name, secretFiles: filesToServe(agency) }, env).secrets,
    });
    this.toClose.push(() => app.close());
    return app.listen({ host: '127.0.0.1', port: 0 });
  }

  /** The grants are those of the first house: its registry publishes them for both. */
  private bundle(): BundleConfig {
    const keys = developmentKeys(this.full.config.dataFolder);
    return {
      url: this.full.bundleUrl,
      keysFile: keys.get('ACCESS_BUNDLE_JWKS_FILE') ?? '',
      organizationKeysFile: keys.get('ORGANIZATION_JWKS_FILE') ?? '',
    };
  }

  private readonly countFetch = (message: unknown): void => {
    const { request } = message as { request: IncomingMessage };
    if (request.url === '/graphql') this.fetches += 1;
  };

  private readonly countSelect = ({ sql }: Statement): void => {
    if (isDataSelect(sql)) this.selects += 1;
  };
}
