import { DEMO_LOGINS, SERVICE_ACCOUNTS } from '@simpul/schema/demo/logins';
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
    for (const [name, origin] of origins) {
      process.stdout.write(`${name.padEnd(16)} ${origin}${name === 'issuer' ? '' : '/graphql'}\n`);
    }
    const gateway = origins.get('gateway') ?? '';
    process.stdout.write(`${'explorer'.padEnd(16)} ${gateway}/graphiql\n`);
    if (origins.has('issuer')) process.stdout.write(loginLines());
    process.stdout.write(`${'data and logs'.padEnd(16)} ${config.dataFolder}\n`);
    process.stdout.write(`ready ${gateway}/graphql\n`);
    await halted(halt.signal);
  } finally {
    await house.close();
  }
}

function loginLines(): string {
  const logins = DEMO_LOGINS.map(({ name, description }) => `  ${name.padEnd(20)} ${description}\n`);
  const services = SERVICE_ACCOUNTS.map(({ agency }) => `service:${agency}`).join(', ');
  return [
    'logins of the demonstration, without a password; for scripts: npm run -s token -- caseworker\n',
    ...logins,
    `  and for programs: ${services}\n`,
  ].join('');
}

void runCommand(start, 0);
