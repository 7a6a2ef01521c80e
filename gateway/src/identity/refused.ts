import { HttpFault } from '@simpul/kit/http/http-fault';

/**
 * The refusal of a credential: a request that brings a bad one is never answered as if it had brought none. Says what is
 * wrong with it in general, and repeats nothing of it.
 */
export function refused(what: string): HttpFault {
  return new HttpFault('UNAUTHENTICATED', what, {
    'www-authenticate': `Bearer realm="simpul", error="invalid_token", error_description="${what}"`,
  });
}
