import { exitWithParent } from '../launch/child';
import { openLog } from '../log/log';
import { issuerConfig } from './config';
import { openIssuer } from './server';

async function main(): Promise<void> {
  const { logLevel, ...options } = issuerConfig();
  const log = openLog('issuer', logLevel);
  exitWithParent();
  const issuer = await openIssuer({ ...options, log });
  log.info({ origin: issuer.origin }, 'ready');
  const close = (): void => void issuer.close().then(() => process.exit(0));
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

void main();
