import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '@simpul/kit/secrets/key-ring';
import type { StoredNik } from './person-nik.repository';

/** A number as it is stored for a person. */
export function sealNik(
  ring: KeyRing,
  personId: string,
  nik: string,
): StoredNik & { readonly lastFour: string } {
  const { keyId, bytes } = ring.seal(nik, personId);
  return {
    ...{ personId, keyId, nikEnc: bytes },
    nikBidx: ring.blindIndex(nik),
    bidxKeyId: ring.indexKeyId,
    lastFour: nik.slice(-4),
  };
}

/** The number of a stored row; throws when the row is not the person's own or was changed. */
export function openNik(ring: KeyRing, { personId, keyId, nikEnc }: StoredNik): string {
  return ring.open({ keyId, bytes: nikEnc }, personId);
}

/** Whether a number is that of a stored row, in a time that does not tell how nearly. */
export function isSameNik(ring: KeyRing, stored: StoredNik, nik: string): boolean {
  const known =
    stored.bidxKeyId === ring.indexKeyId ? stored.nikBidx : ring.blindIndex(openNik(ring, stored));
  const given = ring.blindIndex(nik);
  return known.length === given.length && timingSafeEqual(known, given);
}
