import { ACCESS_BUNDLE_PATH } from '@simpul/schema/contract/bundle';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { roleUrls } from '@simpul/kit/database/roles';
import { demoToken } from '@simpul/kit/issuer/demo-token';
import { type LauncherConfig, readLauncherConfig } from '@simpul/kit/launch/config';
import { Databases } from '@simpul/kit/launch/databases';
import { House } from '@simpul/kit/launch/house';
import { HOUSE_ROOT, type HousePrograms, findPrograms } from '@simpul/kit/launch/layout';
import { loadPopulation, loadedPeople } from '@simpul/kit/launch/population';
import { freePorts } from '@simpul/kit/launch/ports';
import { withClient } from '@simpul/kit/postgres/database';
import { deleteDataFolder } from '@simpul/kit/postgres/folders';

/** How many people there were, how many there are, and what the loading took. */
export interface Filling {
  readonly before: number;
  readonly after: number;
  readonly seconds: number;
}

/** The whole house as `npm start` runs it, on a port and a server of its own, filled as `npm run demo` does it. */
export class FullHouse {
  private readonly house: House;
  private opened: Databases | undefined;
  /** Where the development issuer of the house listens. */
  issuer: string | undefined;
  /** Where its province publishes the bundle of grants. */
  bundleUrl = '';

  private constructor(
    readonly programs: HousePrograms,
    readonly config: LauncherConfig,
    readonly halt: AbortController,
    private readonly isTemporary: boolean,
  ) {
    this.house = new House(programs, config, halt);
  }

  /** Without a data folder the house gets one that goes with it. */
  static async plan(
    dataFolder: string | undefined,
    halt: AbortController,
    nodeOptions?: string,
  ): Promise<FullHouse> {
    const programs = findPrograms(HOUSE_ROOT);
    const [port = 0] = await freePorts(1);
    const read = readLauncherConfig(programs.agencies.map(({ name }) => name));
    const config: LauncherConfig = {
      ...read,
      inherited: {
        ...read.inherited,
        ...(nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions }),
      },
      port,
      // Nobody else's issuer would know the logins of a benchmark.
      oidcIssuer: undefined,
      dataFolder: path.resolve(dataFolder ?? mkdtempSync(path.join(tmpdir(), 'simpul-bench-'))),
      // A benchmark fills nobody else's databases.
      databaseUrl: undefined,
      databaseUrls: new Map(),
    };
    return new FullHouse(programs, config, halt, dataFolder === undefined);
  }

  get databases(): Databases {
    if (this.opened === undefined) throw new Error('The house is not open yet.');
    return this.opened;
  }

  /** A token of a demo login; it is good for five minutes. */
  token(login: string): Promise<string> {
    return demoToken(this.config.dataFolder, login);
  }

  /** Starts everything with the ordinary population; answers the gateway's origin. */
  async open(): Promise<string> {
    const { config, halt } = this;
    const origins = await this.house.open();
    this.opened = await Databases.open({
      config,
      agencies: this.agencies(),
      command: 'npm run bench:questions',
      halt,
    });
    this.issuer = origins.get('issuer');
    this.bundleUrl = `${origins.get('province') ?? ''}${ACCESS_BUNDLE_PATH}`;
    return origins.get('gateway') ?? '';
  }

  /** Brings the population to a size, where it is smaller. */
  async fill(people: number): Promise<Filling> {
    const { config, databases, halt, programs } = this;
    const before = await this.fewestPeople();
    const began = performance.now();
    if (before < people)
      await loadPopulation({ people, agencies: programs.agencies, config, databases, halt: halt.signal });
    const seconds = (performance.now() - began) / 1000;
    // What autovacuum does within minutes of a load: measured beside it, the first questions would look slow.
    for (const name of this.agencies())
      await withClient(roleUrls(databases.urlOf(name), name).owner, (client) =>
        client.query('VACUUM (ANALYZE)'),
      );
    return { before, after: await this.fewestPeople(), seconds };
  }

  async close(): Promise<void> {
    await this.opened?.close();
    await this.house.close();
    if (this.isTemporary) deleteDataFolder(this.config.dataFolder);
  }

  private agencies(): readonly string[] {
    return this.programs.agencies.map(({ name }) => name);
  }

  private async fewestPeople(): Promise<number> {
    const counts = await Promise.all(this.agencies().map((name) => loadedPeople(this.databases.urlOf(name))));
    return Math.min(...counts);
  }
}
