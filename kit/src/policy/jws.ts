import type { KeyFinder, SigningKey } from '../keys/signing-key';

const ALGORITHM = 'EdDSA';

/** Why a signature does not count. */
export type SignatureFault = 'MALFORMED' | 'KEY_UNKNOWN' | 'ALGORITHM_REFUSED' | 'SIGNATURE_WRONG';

/** A signature that does not count: nothing that it was to vouch for may be used. */
export class SignatureRefused extends Error {
  constructor(readonly fault: SignatureFault) {
    super(`The signature is refused: ${fault}.`);
    this.name = 'SignatureRefused';
  }
}

/** What sort of thing is signed; a signature over one can never pass for one over the other. */
export type SignedType =
  | 'simpul-grant+jws'
  | 'simpul-access-bundle+jws'
  | 'simpul-consents+jws'
  | 'simpul-reader+jws'
  | 'simpul-audit-head+jws';

/** Signs a text as a compact JWS (RFC 7515). */
export async function signText(typ: SignedType, text: string, { kid, key }: SigningKey): Promise<string> {
  const { CompactSign } = await import('jose');
  return new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: ALGORITHM, typ, kid }).sign(key);
}

/** The text of a compact JWS, if one of the keys signed it as a thing of that sort; otherwise {@link SignatureRefused}. */
export async function verifiedText(typ: SignedType, jws: string, keys: KeyFinder): Promise<string> {
  const { compactVerify, errors } = await import('jose');
  try {
    const { payload, protectedHeader } = await compactVerify(
      jws,
      ({ kid }) => {
        const key = kid === undefined ? undefined : keys.get(kid);
        if (!key) throw new SignatureRefused('KEY_UNKNOWN');
        return key;
      },
      { algorithms: [ALGORITHM] },
    );
    if (protectedHeader.typ !== typ) throw new SignatureRefused('MALFORMED');
    return Buffer.from(payload).toString('utf8');
  } catch (error) {
    if (error instanceof SignatureRefused) throw error;
    if (error instanceof errors.JOSEAlgNotAllowed) throw new SignatureRefused('ALGORITHM_REFUSED');
    if (error instanceof errors.JWSSignatureVerificationFailed) throw new SignatureRefused('SIGNATURE_WRONG');
    throw new SignatureRefused('MALFORMED');
  }
}
