import { readFileSync } from 'node:fs';
import { realmFaults } from './keycloak-realm';

/** Part of `npm run containers`: checks the realm that docker-compose gives to Keycloak. */
function main([file = '']: readonly string[]): void {
  const faults = realmFaults(JSON.parse(readFileSync(file, 'utf8')));
  for (const fault of faults) process.stderr.write(`${file}: ${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

main(process.argv.slice(2));
