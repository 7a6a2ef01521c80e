import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { CannotStart } from '../postgres/cannot-start';

/** What only one launcher at a time may do on a server. */
const CLAIMS = { run: 1, populate: 2 } as const;
export type Claim = keyof typeof CLAIMS;

/** Sets our advisory locks apart from those of others: "simp" in ASCII. */
const LOCK_SPACE = 0x73_69_6d_70;
const PREDECESSOR_LEAVES_WITHIN_MS = 1000;

/**
 * The launcher's own connection, open as long as it runs. Claims are advisory locks on it: the server gives them up the
 * moment the launcher is gone, even by kill -9, which no lock file does. And it shows at once when the server goes.
 */
export class LauncherSession {
  private closing = false;

  private constructor(private readonly client: Client) {}

  /** Connects; the command is what others are told when they want what this session holds. */
  static async open(url: string, command: string, onLost: () => void): Promise<LauncherSession> {
    const client = new Client({
      connectionString: url,
      application_name: `${command} (process ${String(process.pid)})`,
    });
    const session = new LauncherSession(client);
    // Told by 'end' below: an error that breaks the connection also ends it.
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      throw new CannotStart(
        `The database server cannot be reached (${reasonOf(error)}). Check DATABASE_URL, if you set it.`,
      );
    }
    client.once('end', () => {
      if (!session.closing) onLost();
    });
    return session;
  }

  /** Takes a claim if it is free, or becomes so in the moment that the connection of a killed launcher takes to end. */
  async claim(claim: Claim): Promise<boolean> {
    const deadline = Date.now() + PREDECESSOR_LEAVES_WITHIN_MS;
    let isTaken = await this.tryToClaim(claim);
    while (!isTaken && Date.now() < deadline) {
      await pause(200);
      isTaken = await this.tryToClaim(claim);
    }
    return isTaken;
  }

  /** Gives a claim back before the session ends. */
  async release(claim: Claim): Promise<void> {
    await this.client.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, CLAIMS[claim]]);
  }

  /** Who has a claim, in words. */
  async holderOf(claim: Claim): Promise<string> {
    const { rows } = await this.client.query<{ holder: string }>(
      `select application_name as holder from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
      [LOCK_SPACE, CLAIMS[claim]],
    );
    return rows[0]?.holder ?? 'another process';
  }

  /** From now on the end of the connection is no surprise. */
  expectEnd(): void {
    this.closing = true;
  }

  async close(): Promise<void> {
    this.expectEnd();
    await this.client.end();
  }

  private async tryToClaim(claim: Claim): Promise<boolean> {
    const statement = 'select pg_try_advisory_lock($1, $2) as taken';
    const { rows } = await this.client.query<{ taken: boolean }>(statement, [LOCK_SPACE, CLAIMS[claim]]);
    return rows[0]?.taken === true;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  return error.message || ('code' in error ? String(error.code) : error.name);
}
