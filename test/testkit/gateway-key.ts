import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto';
import { type PublicJwks, type VerificationKeys, makeKeyPair } from '@simpul/kit/identity/gateway-keys';
import type { SigningKey } from '@simpul/kit/keys/signing-key';
import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import type { Caller } from '@simpul/kit/identity/internal-token';
import { TESTERS } from './open-grants';
import { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';

/** A gateway's key that only this process knows, in every form in which one is needed. */
export class TestGatewayKey implements VerificationKeys {
  readonly publicJwks: PublicJwks;
  readonly signingKey: SigningKey;
  private readonly publicKey: KeyObject;

  constructor() {
    const { privateJwk, publicJwks } = makeKeyPair();
    const [{ kid }] = publicJwks.keys;
    this.publicJwks = publicJwks;
    this.signingKey = { kid, key: createPrivateKey({ key: privateJwk, format: 'jwk' }) };
    this.publicKey = createPublicKey(this.signingKey.key);
  }

  find(kid: string): ReturnType<VerificationKeys['find']> {
    return kid === this.signingKey.kid ? this.publicKey : undefined;
  }

  /** What the gateway says, now or when it is asked to say that it is another time. */
  signer(now?: () => number): InternalTokenSigner {
    return new InternalTokenSigner(this.signingKey, now);
  }
}

/** The key of the gateway that all agencies of a test file trust. */
export const GATEWAY_KEY = new TestGatewayKey();

/** Who asks in tests that are not about who asks. */
export const TESTER: Identity = {
  ...anonymous,
  subject: 'tester',
  client: 'tests',
  organization: TESTERS,
  roles: ['CASEWORKER', 'DEVELOPER'],
};

/** Whatever a test wants to be otherwise than in {@link TESTER}, who asks for placements. */
export type As = Partial<Identity> & Partial<Pick<Caller, 'purpose'>>;

/** The caller of a test. */
export function callerAs({ purpose = 'PLACEMENT', ...identity }: As = {}): Caller {
  return { identity: { ...TESTER, ...identity }, purpose, bundleVersion: null };
}
