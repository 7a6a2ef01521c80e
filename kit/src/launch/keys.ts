import { CannotStart } from '../postgres/cannot-start';
import { servingSecrets } from './agency-secrets';
import { prepareHeadKeys } from './audit-files';
import { runCommand } from './command';
import { ASKS_WITH, consentKeys } from './consent-keys';
import { prepareGatewayKeys } from './gateway-keys';
import { HOUSE_ROOT, findWishes } from './layout';

/** The command behind `npm run keys -- FOLDER`: keys for processes that are not started by `npm start`. */
async function keys(): Promise<void> {
  const [folder, ...others] = process.argv.slice(2);
  if (folder === undefined || others.length > 0)
    throw new CannotStart('Name the one folder that the keys go to: npm run keys -- FOLDER');
  const { privateKey, publicKeys } = prepareGatewayKeys(folder);
  const agencies = findWishes(HOUSE_ROOT);
  const names = agencies.map(({ name }) => name);
  prepareHeadKeys(folder, names);
  for (const name of names) servingSecrets(folder, name);
  process.stdout.write(
    `GATEWAY_KEY_FILE=${privateKey}\nGATEWAY_JWKS_FILE=${publicKeys}\nKEYS_FOLDER=${folder}\n`,
  );
  const readers = agencies.filter(({ servesWith }) => servesWith.includes(ASKS_WITH));
  const keysOf = consentKeys(
    folder,
    readers.map(({ name }) => name),
  );
  for (const { name, servesWith } of agencies) {
    const files = [...keysOf(name)].filter(([key]) => servesWith.includes(key));
    process.stdout.write(`# ${name}\n${files.map(([key, file]) => `${key}=${file}\n`).join('')}`);
  }
  return Promise.resolve();
}

void runCommand(keys, 1);
