import type { IncomingHttpHeaders } from 'node:http';
import type { Approach, Arrival } from '../http/graphql-route';
import { HttpFault } from '../http/http-fault';
import type { Log } from '../log/log';
import type { Claims } from './internal-token';
import { type InternalTokenVerifier, TokenRefused, assertBody } from './internal-token-verifier';

/** An agency's only way in: whoever comes without the gateway's word hears 401 and nothing else. */
export class GatewayDoor {
  private readonly admitted = new WeakMap<IncomingHttpHeaders, Claims>();

  constructor(
    private readonly verifier: InternalTokenVerifier,
    private readonly log: Log,
  ) {}

  /** Verifies the token before the body is read: a stranger's body costs nothing. */
  readonly challenge = (approach: Approach): void => {
    this.orRefuse(approach, () => {
      this.admitted.set(approach.headers, this.verifier.verify(approach.authorizations));
    });
  };

  /** What the gateway says of a request that was admitted, and of this body. */
  enter(arrival: Arrival): Claims {
    return this.orRefuse(arrival, () => {
      const claims = this.admitted.get(arrival.headers);
      if (!claims) throw new TokenRefused('NO_SINGLE_TOKEN');
      assertBody(claims, arrival.body);
      return claims;
    });
  }

  private orRefuse<T>({ requestId }: Approach, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      this.log.info({ requestId, reason: error.reason }, 'refused');
      throw new HttpFault('UNAUTHENTICATED', 'Only the gateway is served here, with its own signed word.', {
        'www-authenticate': 'Bearer',
      });
    }
  }
}
