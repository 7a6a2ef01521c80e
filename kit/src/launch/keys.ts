import { CannotStart } from '../postgres/cannot-start';
import { runCommand } from './command';
import { auditKeysFile, prepareHeadKeys } from './audit-files';
import { prepareGatewayKeys } from './gateway-keys';
import { HOUSE_ROOT, agencyNames } from './layout';

/**
 * The command behind `npm run keys -- FOLDER`: a key pair for a gateway that is not started by `npm start`, and what the
 * audit of each agency needs.
 */
async function keys(): Promise<void> {
  const [folder, ...others] = process.argv.slice(2);
  if (folder === undefined || others.length > 0)
    throw new CannotStart('Name the one folder that the keys go to: npm run keys -- FOLDER');
  const { privateKey, publicKeys } = prepareGatewayKeys(folder);
  const agencies = agencyNames(HOUSE_ROOT);
  prepareHeadKeys(folder, agencies);
  for (const agency of agencies) auditKeysFile(folder, agency);
  process.stdout.write(
    `GATEWAY_KEY_FILE=${privateKey}\nGATEWAY_JWKS_FILE=${publicKeys}\nAUDIT_FOLDER=${folder}\n`,
  );
  return Promise.resolve();
}

void runCommand(keys, 1);
