import { haltWithoutParent, runCommand } from './command';
import { readLauncherConfig } from './config';
import { Databases } from './databases';
import { HOUSE_ROOT, findPrograms } from './layout';
import { readPeople } from './people';
import { loadPopulation } from './population';

const INTERRUPTED = 130;

/** The command behind `npm run demo`: a larger demonstration population, for a house that runs or one that does not. */
async function demo(halt: AbortController): Promise<void> {
  const people = readPeople(process.argv.slice(2));
  const { agencies } = findPrograms(HOUSE_ROOT);
  const names = agencies.map(({ name }) => name);
  const config = readLauncherConfig(names);
  if (config.isUnderNpm) haltWithoutParent(halt);
  const databases = await Databases.open({ config, agencies: names, command: 'npm run demo', halt });
  try {
    await loadPopulation({ people, agencies, config, databases, halt: halt.signal });
    process.stdout.write(`The demonstration population has ${String(people)} people or more.\n`);
  } finally {
    await databases.close();
  }
}

void runCommand(demo, INTERRUPTED);
