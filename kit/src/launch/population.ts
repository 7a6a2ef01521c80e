import path from 'node:path';
import { CannotStart } from '../postgres/cannot-start';
import { hasCode, withClient } from '../postgres/database';
import { HouseProcess } from './child-process';
import type { LauncherConfig } from './config';
import type { Databases } from './databases';
import { developmentKeys, keysFor } from './development-keys';
import { agencyEnvironment } from './environment';
import type { AgencyPrograms } from './layout';
import { PopulationBar } from './progress';

const AT_ONCE = 2;
const UNDEFINED_TABLE = '42P01';

/** A demonstration population to load. */
export interface Population {
  readonly people: number;
  readonly agencies: readonly AgencyPrograms[];
  readonly config: LauncherConfig;
  readonly databases: Databases;
  readonly halt: AbortSignal;
}

/** Lets every agency load its part, two at a time. Stopping anywhere is harmless: the loaders go on where they were. */
export async function loadPopulation(population: Population): Promise<void> {
  const { session } = population.databases;
  if (!(await session.claim('populate'))) {
    throw new CannotStart(
      `A demonstration population is being loaded already, by ${await session.holderOf('populate')}.`,
    );
  }
  const failed = new AbortController();
  const halt = AbortSignal.any([population.halt, failed.signal]);
  const waiting = population.agencies.flatMap((agency) =>
    agency.demo === undefined ? [] : [{ ...agency, demo: agency.demo }],
  );
  const bar = new PopulationBar(population.people, waiting.length);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await loadPart(population, next, halt, bar);
      bar.finish(next.name);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, work);
  try {
    await Promise.all(workers);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(workers);
    throw error;
  } finally {
    bar.stop();
  }
  await session.release('populate');
}

/** How many people of the population an agency's database has in full. */
export async function loadedPeople(adminUrl: string): Promise<number> {
  try {
    const { rows } = await withClient(adminUrl, (client) =>
      client.query<{ people: number | null }>(
        `select max(split_part(name, '/', 2)::int) as people from seed_run where name like 'demo-people/%'`,
      ),
    );
    return rows[0]?.people ?? 0;
  } catch (error) {
    if (hasCode(error, UNDEFINED_TABLE)) return 0;
    throw error;
  }
}

async function loadPart(
  { config, databases, people }: Population,
  agency: AgencyPrograms & { readonly demo: string },
  halt: AbortSignal,
  bar: PopulationBar,
): Promise<void> {
  halt.throwIfAborted();
  const { name, demo } = agency;
  const loader = new HouseProcess(
    {
      name: `${name}.demo`,
      file: demo,
      args: ['--people', String(people)],
      env: {
        ...agencyEnvironment(config, agency, databases.urlOf(name)),
        ...keysFor(agency.loadsWith, developmentKeys(config.dataFolder)),
      },
    },
    path.join(config.dataFolder, 'log'),
  );
  loader.onMessage((message) => {
    bar.report(name, message);
  });
  const stop = (): void => void loader.stop();
  halt.addEventListener('abort', stop, { once: true });
  const succeeded = await loader.ended;
  halt.removeEventListener('abort', stop);
  halt.throwIfAborted();
  if (!succeeded) throw loader.unexpectedEnd();
}
