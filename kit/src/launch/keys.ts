import { CannotStart } from '../postgres/cannot-start';
import { runCommand } from './command';
import { prepareGatewayKeys } from './gateway-keys';

/** The command behind `npm run keys -- FOLDER`: a key pair for a gateway that is not started by `npm start`. */
async function keys(): Promise<void> {
  const [folder, ...others] = process.argv.slice(2);
  if (folder === undefined || others.length > 0)
    throw new CannotStart('Name the one folder that the keys go to: npm run keys -- FOLDER');
  const { privateKey, publicKeys } = prepareGatewayKeys(folder);
  process.stdout.write(`GATEWAY_KEY_FILE=${privateKey}\nGATEWAY_JWKS_FILE=${publicKeys}\n`);
  return Promise.resolve();
}

void runCommand(keys, 1);
