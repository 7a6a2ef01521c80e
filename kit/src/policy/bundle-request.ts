import type { TlsIdentity } from '../config/tls';
import { getText } from '../http/get-text';

/** Fetches the signed bundle of grants; the signal ends it wherever it is. */
export type BundleRequest = (signal: AbortSignal) => Promise<string>;

/** Fetches from an address, with a certificate if the publisher asks for one. */
export function bundleRequest(address: string, tls: TlsIdentity | null): BundleRequest {
  const url = new URL(address);
  return (signal) => getText({ url, tls, signal, headers: { accept: 'application/jose' } });
}
