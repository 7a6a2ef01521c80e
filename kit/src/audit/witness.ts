import { HttpFault } from '../http/http-fault';
import type { PlainRoute, PostedRoute } from '../http/plain-route';
import { SignatureRefused } from '../policy/jws';
import { type Head, type HeadKeys, verifiedHead } from './head';
import type { Keeper } from './keeper';

/** Where agencies keep each other's heads. */
export const HEADS_PATH = '/audit-heads';

const LOCK = 4_871_206;
const LONGEST_HEAD = 4096;
/** The newest stands for all records before it; the others tell since when a chain is another. */
const HEADS_TOLD = 1000;

/** Keeps heads of other agencies' chains: only ones that they signed, that go forward, and one for each length. */
export class Witness {
  constructor(
    private readonly keeper: Keeper,
    private readonly keys: HeadKeys,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Takes a head by POST, and tells those it has by GET, one a line, newest first: they are signed, and of no person. */
  routes(): { readonly posted: readonly PostedRoute[]; readonly plain: readonly PlainRoute[] } {
    return {
      posted: [{ path: HEADS_PATH, take: (text) => this.take(text) }],
      plain: [{ path: HEADS_PATH, type: 'text/plain; charset=utf-8', text: () => this.heads() }],
    };
  }

  /** Keeps a head; throws what it is refused for. */
  async take(jws: string): Promise<void> {
    if (jws.length > LONGEST_HEAD) throw new HttpFault('PAYLOAD_TOO_LARGE', 'A head is shorter than that.');
    const head = await this.verify(jws);
    await this.keeper.transact(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const { rows } = await client.query<{ count: number; hash: string }>(
        `SELECT count::float8 AS count, encode(hash, 'hex') AS hash FROM witnessed_head
         WHERE agency = $1 ORDER BY witnessed_head.count DESC LIMIT 1`,
        [head.agency],
      );
      const [last] = rows;
      if (last && !goesOn(head, last)) throw new HttpFault('FORBIDDEN', refusal(head, last.count));
      if (last?.count === head.count) return;
      await client.query(
        `INSERT INTO witnessed_head (agency, count, hash, jws, received_at) VALUES ($1, $2, decode($3, 'hex'), $4, $5)`,
        [head.agency, head.count, head.hash, jws, this.now()],
      );
    });
  }

  private async heads(): Promise<string> {
    const { rows } = await this.keeper.transact((client) =>
      client.query<{ jws: string }>(
        `SELECT jws FROM witnessed_head ORDER BY received_at DESC LIMIT ${String(HEADS_TOLD)}`,
      ),
    );
    return rows.map(({ jws }) => `${jws}\n`).join('');
  }

  private async verify(jws: string): Promise<Head> {
    try {
      return await verifiedHead(jws, this.keys);
    } catch (error) {
      if (!(error instanceof SignatureRefused)) throw error;
      throw new HttpFault(
        'UNAUTHENTICATED',
        'An agency whose head is kept here signs it with the key known here.',
      );
    }
  }
}

function goesOn(head: Head, last: { readonly count: number; readonly hash: string }): boolean {
  return head.count > last.count || (head.count === last.count && head.hash === last.hash);
}

function refusal({ agency, count }: Head, known: number): string {
  return `The chain of ${agency} had ${String(known)} records; a head of ${String(count)} is not its continuation.`;
}
