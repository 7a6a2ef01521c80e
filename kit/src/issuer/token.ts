import { ConfigError, EXIT_CONFIG } from '../config/config';
import { readDataFolder } from '../launch/config';
import { NoToken, demoToken } from './demo-token';

/** The command behind `npm run -s token -- <login>`: prints an access token and nothing else. */
async function main([login = '']: readonly string[]): Promise<void> {
  try {
    process.stdout.write(`${await demoToken(readDataFolder(), login)}\n`);
  } catch (error) {
    if (!(error instanceof NoToken || error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof ConfigError ? EXIT_CONFIG : 1;
  }
}

void main(process.argv.slice(2));
