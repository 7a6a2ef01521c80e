import { ACCESS_BUNDLE_PATH } from '@simpul/schema/contract/bundle';
import { CONSENTS_PATH } from '@simpul/schema/contract/consent-feed';
import { isIPv6 } from 'node:net';
import path from 'node:path';
import { CannotStart } from '../postgres/cannot-start';
import { prepareDataFolder } from '../postgres/folders';
import { IssuerFolder } from '../issuer/folder';
import { HouseProcess, type Program } from './child-process';
import { type LauncherConfig, keyFolder } from './config';
import { Databases } from './databases';
import { ASKS_WITH, TELLS_WITH, consentKeys } from './consent-keys';
import { type DevelopmentKeys, developmentKeys, keysFor } from './development-keys';
import {
  agencyEnvironment,
  bundleEnvironment,
  gatewayEnvironment,
  issuerEnvironment,
  servingEnvironment,
} from './environment';
import { type KeyFiles, prepareGatewayKeys } from './gateway-keys';
import { servingSecrets } from './agency-secrets';
import { auditEnvironment, prepareHeadKeys } from './audit-files';
import type { AgencyPrograms, HousePrograms } from './layout';
import { DEFAULT_PEOPLE } from './people';
import { loadPopulation, loadedPeople } from './population';
import { assertPortFree, freePorts, sameFreePort } from './ports';

/** A part of the house that serves, and where. */
interface Part {
  readonly process: HouseProcess;
  readonly origin: string;
}

/** Everything that `npm start` runs: the databases, the agencies, the development issuer, the gateway. */
export class House {
  private databases: Databases | undefined;
  private agencies: Part[] = [];
  private issuer: Part | undefined;
  private gateway: Part | undefined;
  private bundle: NodeJS.ProcessEnv = {};
  private isClosing = false;

  constructor(
    private readonly programs: HousePrograms,
    private readonly config: LauncherConfig,
    private readonly halt: AbortController,
  ) {}

  /** Starts everything; answers when all of it is ready, with the origin of each part by its name. */
  async open(): Promise<ReadonlyMap<string, string>> {
    const { config, halt, programs } = this;
    prepareDataFolder(config.dataFolder);
    const agencies = programs.agencies.map(({ name }) => name);
    const databases = await Databases.open({ config, agencies, command: 'npm start', halt });
    this.databases = databases;
    if (!databases.isAlone) {
      throw new CannotStart(
        `These databases are in use by ${await databases.session.holderOf('run')}. ` +
          'Stop it first, or choose another data folder and port: SIMPUL_DATA=… PORT=4100 npm start',
      );
    }
    await assertPortFree(config.port, config.host);
    halt.signal.throwIfAborted();
    const keys = prepareGatewayKeys(keyFolder(config));
    await this.startAgencies(databases, keys);
    await this.populate(databases);
    halt.signal.throwIfAborted();
    if (config.oidcIssuer === undefined) {
      this.issuer = await this.startIssuer();
      await this.ready([this.issuer]);
    }
    this.gateway = this.startGateway(keys);
    await this.ready(this.parts());
    return new Map(this.parts().map(({ process, origin }) => [process.program.name, origin]));
  }

  /** What the parts warned of while they started. */
  warnings(): string[] {
    return this.parts().flatMap(({ process }) => process.warnings());
  }

  /** Stops everything in order, those who ask before those who answer. */
  async close(): Promise<void> {
    this.isClosing = true;
    await this.gateway?.process.stop();
    await this.issuer?.process.stop();
    await Promise.all(this.agencies.map(({ process }) => process.stop()));
    await this.databases?.close();
  }

  private async startAgencies(databases: Databases, keys: KeyFiles): Promise<void> {
    const { config, programs } = this;
    const names = programs.agencies.map(({ name }) => name);
    const ports = await freePorts(names.length, config.host);
    const origins = new Map(names.map((name, index) => [name, originOf(config.host, ports[index] ?? 0)]));
    const bundleUrl = this.addressOf(ports, 'ACCESS_BUNDLE_KEY_FILE') + ACCESS_BUNDLE_PATH;
    const consents = this.consentsAt(ports);
    const development = developmentKeys(config.dataFolder);
    this.bundle = bundleEnvironment(bundleUrl, development);
    prepareHeadKeys(config.dataFolder, names);
    this.agencies = programs.agencies.map((agency, index) => {
      const { name, main, servesWith, witness = '' } = agency;
      const env = {
        ...agencyEnvironment(config, agency, databases.urlOf(name)),
        ...servingEnvironment(keys, bundleUrl, development),
        ...servingSecrets(config.dataFolder, name),
        ...auditEnvironment(config.dataFolder, name, origins.get(witness)),
        ...keysFor(servesWith, new Map([...development, ...consents(name)])),
      };
      return this.start({ name, file: main, env }, ports[index] ?? 0);
    });
  }

  /** Where the agency serves that signs with a key: whoever signs a thing publishes it. */
  private addressOf(ports: readonly number[], keyFile: string): string {
    const publisher = this.programs.agencies.findIndex(({ servesWith }) => servesWith.includes(keyFile));
    return originOf(this.config.host, ports[publisher] ?? 0);
  }

  /** What agencies need to tell each other of consents: their keys, and where the one is that tells. */
  private consentsAt(ports: readonly number[]): (agency: string) => DevelopmentKeys {
    const { agencies } = this.programs;
    const readers = agencies.filter(({ servesWith }) => servesWith.includes(ASKS_WITH));
    const keysOf = consentKeys(
      keyFolder(this.config),
      readers.map(({ name }) => name),
    );
    const url = this.addressOf(ports, TELLS_WITH) + CONSENTS_PATH;
    return (agency) => new Map([...keysOf(agency), ['CONSENTS_URL', url]]);
  }

  /** On the port of last time, if it is free: the origin is the issuer's name, and stands in tokens that are still good. */
  private async startIssuer(): Promise<Part> {
    const { config, programs } = this;
    const port = await sameFreePort(new IssuerFolder(config.dataFolder).address(), config.host);
    const env = issuerEnvironment(config, originOf(config.host, config.port));
    return this.start({ name: 'issuer', file: programs.issuer, env }, port);
  }

  private startGateway(keys: KeyFiles): Part {
    const origins = new Map(this.agencies.map(({ process, origin }) => [process.program.name, origin]));
    const env = gatewayEnvironment(this.config, origins, {
      keys,
      issuer: this.issuer?.origin,
      bundle: this.bundle,
    });
    return this.start({ name: 'gateway', file: this.programs.gateway, env }, this.config.port);
  }

  /** Loads the demonstration population where it is missing: the first time, or after a first time that was interrupted. */
  private async populate(databases: Databases): Promise<void> {
    const missing: AgencyPrograms[] = [];
    for (const agency of this.programs.agencies) {
      if ((await loadedPeople(databases.urlOf(agency.name))) < DEFAULT_PEOPLE) missing.push(agency);
    }
    if (missing.every(({ demo }) => demo === undefined)) return;
    await this.ready(this.agencies);
    await loadPopulation({
      people: DEFAULT_PEOPLE,
      agencies: missing,
      config: this.config,
      databases,
      halt: this.halt.signal,
    });
  }

  private start(program: Program, port: number): Part {
    const started = new HouseProcess(
      { ...program, env: { ...program.env, PORT: String(port) } },
      path.join(this.config.dataFolder, 'log'),
    );
    void started.ended.then(() => {
      if (!this.isClosing) this.halt.abort(started.unexpectedEnd());
    });
    return { process: started, origin: originOf(this.config.host, port) };
  }

  private parts(): readonly Part[] {
    return [...this.agencies, this.issuer, this.gateway].filter((part) => part !== undefined);
  }

  private async ready(parts: readonly Part[]): Promise<void> {
    await Promise.all(parts.map(({ process, origin }) => process.ready(origin, this.halt.signal)));
  }
}

function originOf(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
}
