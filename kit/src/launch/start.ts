import { haltWithoutParent, halted, runCommand } from './command';
import { readLauncherConfig } from './config';
import { House } from './house';
import { HOUSE_ROOT, findPrograms } from './layout';

/** The command behind `npm start`: the whole house until Ctrl-C. */
async function start(halt: AbortController): Promise<void> {
  const programs = findPrograms(HOUSE_ROOT);
  const config = readLauncherConfig(programs.agencies.map(({ name }) => name));
  if (config.isUnderNpm) haltWithoutParent(halt);
  const house = new House(programs, config, halt);
  try {
    const origins = await house.open();
    for (const warning of house.warnings()) process.stderr.write(`${warning}\n`);
    for (const [name, origin] of origins) process.stdout.write(`${name.padEnd(16)} ${origin}/graphql\n`);
    const gateway = origins.get('gateway') ?? '';
    process.stdout.write(`${'explorer'.padEnd(16)} ${gateway}/graphiql\n`);
    process.stdout.write(`${'data and logs'.padEnd(16)} ${config.dataFolder}\n`);
    process.stdout.write(`ready ${gateway}/graphql\n`);
    await halted(halt.signal);
  } finally {
    await house.close();
  }
}

void runCommand(start, 0);
