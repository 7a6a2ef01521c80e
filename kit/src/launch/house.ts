import { isIPv6 } from 'node:net';
import path from 'node:path';
import { CannotStart } from '../postgres/cannot-start';
import { prepareDataFolder } from '../postgres/folders';
import { HouseProcess, type Program } from './child-process';
import type { LauncherConfig } from './config';
import { Databases } from './databases';
import { agencyEnvironment, gatewayEnvironment } from './environment';
import type { AgencyPrograms, HousePrograms } from './layout';
import { DEFAULT_PEOPLE } from './people';
import { loadPopulation, loadedPeople } from './population';
import { assertPortFree, freePorts } from './ports';

/** A part of the house that serves, and where. */
interface Part {
  readonly process: HouseProcess;
  readonly origin: string;
}

/** Everything that `npm start` runs: the databases, the agencies, the gateway. */
export class House {
  private databases: Databases | undefined;
  private agencies: Part[] = [];
  private gateway: Part | undefined;
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
    await this.startAgencies(databases);
    await this.populate(databases);
    halt.signal.throwIfAborted();
    this.gateway = this.startGateway();
    const parts = [...this.agencies, this.gateway];
    await this.ready(parts);
    return new Map(parts.map(({ process, origin }) => [process.program.name, origin]));
  }

  /** What the parts warned of while they started. */
  warnings(): string[] {
    const parts = this.gateway ? [...this.agencies, this.gateway] : this.agencies;
    return parts.flatMap(({ process }) => process.warnings());
  }

  /** Stops everything in order, those who ask before those who answer. */
  async close(): Promise<void> {
    this.isClosing = true;
    await this.gateway?.process.stop();
    await Promise.all(this.agencies.map(({ process }) => process.stop()));
    await this.databases?.close();
  }

  private async startAgencies(databases: Databases): Promise<void> {
    const ports = await freePorts(this.programs.agencies.length, this.config.host);
    this.agencies = this.programs.agencies.map((agency, index) => {
      const { name, main } = agency;
      const env = agencyEnvironment(this.config, agency, databases.urlOf(name));
      return this.start({ name, file: main, env }, ports[index] ?? 0);
    });
  }

  private startGateway(): Part {
    const origins = new Map(this.agencies.map(({ process, origin }) => [process.program.name, origin]));
    const env = gatewayEnvironment(this.config, origins);
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

  private async ready(parts: readonly Part[]): Promise<void> {
    await Promise.all(parts.map(({ process, origin }) => process.ready(origin, this.halt.signal)));
  }
}

function originOf(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
}
