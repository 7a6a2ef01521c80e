import { NOTHING_DISCLOSED } from '../audit/nothing-disclosed';
import type { Clock } from '../clock/clock';
import { type RequestContext, openContext } from '../context/context';
import type { AgencyDatabase } from '../database/database';
import { anonymous } from '../identity/identity';
import type { Log } from '../log/log';
import type { PlainRoute } from '../http/plain-route';
import type { SigningKey } from '../keys/signing-key';
import { closedPolicy } from '../policy/policy';
import type { Secrets } from '../secrets/secret-file';

/** Beyond this age an answer is made anew. With the half second between two questions a change is held within a second. */
const REUSED_FOR_MS = 400;

/** What an agency publishes under its own signature, beside the graph. */
export interface Publication {
  /** Where it is served, e.g. `/access-bundle`. */
  readonly path: string;
  /** The configuration key that names the file of the key that signs. */
  readonly keyFile: string;
  /** What is published now, signed. */
  sign(ctx: RequestContext, asOf: Date, key: SigningKey): Promise<string>;
}

/** What a publication is made with. */
export interface PublicationParts {
  readonly key: SigningKey;
  readonly database: AgencyDatabase;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  /** Real time: whoever reads the publication judges its age by a clock of his own. */
  readonly now?: () => Date;
}

/** The route of a publication. However many ask, it is read and signed a few times a second at most. */
export function publicationRoute(publication: Publication, parts: PublicationParts): PlainRoute {
  const { key, now = () => new Date(), ...surroundings } = parts;
  let latest: { readonly at: number; readonly text: Promise<string> } | undefined;
  const sign = (asOf: Date): Promise<string> => {
    const caller = {
      identity: { ...anonymous, subject: 'publication' },
      purpose: null,
      policy: closedPolicy,
      consents: { isFresh: () => false },
      disclosures: NOTHING_DISCLOSED,
    };
    const ctx = openContext({ ...caller, ...surroundings, requestId: 'publication' });
    return publication.sign(ctx, asOf, key);
  };
  return {
    path: publication.path,
    type: 'application/jose',
    text: () => {
      const asOf = now();
      const age = latest === undefined ? Infinity : asOf.getTime() - latest.at;
      if (latest && age >= 0 && age < REUSED_FOR_MS) return latest.text;
      const text = sign(asOf);
      latest = { at: asOf.getTime(), text };
      // Whoever asks next tries again: a failure is nobody's answer but those who waited for it.
      text.catch(() => {
        if (latest?.text === text) latest = undefined;
      });
      return text;
    },
  };
}
