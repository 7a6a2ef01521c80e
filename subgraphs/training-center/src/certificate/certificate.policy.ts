import type { CertificateStatus } from './certificate.type';

/** What decides where a certificate stands. */
export interface CertificateTerm {
  readonly validUntil: string | null;
  readonly revokedOn: string | null;
}

/** Where a certificate stands on a day; expiry needs nobody to record it. */
export function certificateStatus(
  { validUntil, revokedOn }: CertificateTerm,
  day: string,
): CertificateStatus {
  if (revokedOn !== null) return 'REVOKED';
  return validUntil !== null && validUntil < day ? 'EXPIRED' : 'VALID';
}
