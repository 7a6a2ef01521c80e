import type { SigningKey } from '../keys/signing-key';
import type { Log } from '../log/log';
import type { ChainEnd } from './chain';
import { signHead } from './head';

/** What has become of the heads that an agency sends: kept by the witness, on their way, or refused there. */
export type WitnessState = 'NONE' | 'KEPT' | 'AWAY' | 'REFUSED';

/** Sends a text to the witness and answers the status of HTTP. */
export type Post = (text: string) => Promise<number>;

/** What a head is sent with. */
export interface SenderParts {
  readonly agency: string;
  readonly key: SigningKey;
  readonly post: Post;
  readonly log: Log;
  readonly now?: () => Date;
}

/**
 * Sends the end of the chain to another agency. While that agency is away nothing has to be kept: the next head that arrives
 * stands for everything before it.
 */
export class HeadSender {
  private kept: ChainEnd | undefined;
  private current: WitnessState = 'NONE';

  constructor(private readonly parts: SenderParts) {}

  get state(): WitnessState {
    return this.current;
  }

  /** How many records the witness vouches for. */
  get witnessed(): number {
    return this.kept?.count ?? 0;
  }

  /** Sends the head, unless the witness has it. */
  async send(end: ChainEnd): Promise<void> {
    if (end.count === 0 || this.kept?.hash === end.hash) return;
    const { agency, key, post, now = () => new Date() } = this.parts;
    try {
      const status = await post(await signHead(agency, end, now(), key));
      if (status < 300) this.kept = end;
      this.become(status < 300 ? 'KEPT' : status < 500 ? 'REFUSED' : 'AWAY', end);
    } catch {
      this.become('AWAY', end);
    }
  }

  private become(state: WitnessState, { count }: ChainEnd): void {
    if (state === this.current) return;
    const { log } = this.parts;
    if (state === 'REFUSED')
      log.error(
        { count },
        'the witness refuses the head of the audit: it knows another chain, or another key',
      );
    else if (state === 'AWAY') log.warn({ count }, 'the witness of the audit cannot be reached');
    else if (this.current !== 'NONE') log.info({ count }, 'the witness of the audit keeps the heads again');
    this.current = state;
  }
}
