import { openClock } from '../clock/clock';
import { ConfigError, EXIT_CONFIG } from '../config/config';
import { closeOnSignal } from '../http/listen';
import { PublicKeyFile } from '../identity/gateway-keys';
import { exitWithParent } from '../launch/child';
import { openLog } from '../log/log';
import { type Agency, prepareDatabase } from './agency';
import { readAgencyConfig } from './agency-config';
import { holdGrants } from './agency-grants';
import { readConsentSource } from './consents-config';
import { readPublicationKeys } from './publication-config';
import { openAgency } from './serve';

/** The process of one agency: reads its configuration, brings its database up to date, serves the gateway. */
export async function runAgency(agency: Agency): Promise<void> {
  const config = readAgencyConfig(agency);
  const log = openLog(agency.name, config.logLevel);
  const publicationKeys = readPublicationKeys(agency, log);
  const consentOrigin = agency.consents === 'HEARD' ? readConsentSource(config.tls, log) : undefined;
  exitWithParent();
  try {
    const urls = await prepareDatabase(agency, config.databaseUrl);
    const app = await openAgency(agency, {
      ...{ urls, log, tls: config.tls, audit: config.audit, secrets: config.secrets },
      ...{ publicationKeys, consentOrigin },
      clock: openClock(config.today),
      gatewayKeys: new PublicKeyFile(config.gatewayKeysFile, log),
      grants: holdGrants(agency.name, config, log).start(),
    });
    closeOnSignal(app, log);
    const origin = await app.listen({ host: config.host, port: config.port });
    log.info({ origin }, 'ready');
  } catch (error) {
    log.fatal({ error: error instanceof Error ? error.message : 'unknown' }, 'cannot start');
    process.exit(error instanceof ConfigError ? EXIT_CONFIG : 1);
  }
}
