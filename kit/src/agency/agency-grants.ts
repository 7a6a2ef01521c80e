import { keepersOf } from '@simpul/schema/contract/keepers';
import { PublicKeyFile } from '../identity/gateway-keys';
import type { Log } from '../log/log';
import { BundleHolder } from '../policy/bundle-holder';
import { bundleRequest } from '../policy/bundle-request';
import { CountersignedGrants } from '../policy/honoured-grants';
import { OrganizationKeyFile } from '../policy/organization-keys';
import type { AgencyConfig } from './agency-config';

/** Holds the grants of the people whom an agency keeps; it shows the province the certificate that it serves with. */
export function holdGrants(
  agency: string,
  { bundle, tls }: Pick<AgencyConfig, 'bundle' | 'tls'>,
  log: Log,
): BundleHolder {
  const keys = new OrganizationKeyFile(bundle.organizationKeysFile, log);
  return new BundleHolder({
    request: bundleRequest(bundle.url, tls),
    keys: new PublicKeyFile(bundle.keysFile, log),
    check: new CountersignedGrants(keepersOf(agency), keys, log),
    log,
  });
}
