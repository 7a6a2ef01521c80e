import { Pool, type PoolClient } from 'pg';

/** The connection by which an agency keeps its audit, as its worker: neither a request nor a loader waits for it. */
export class Keeper {
  private readonly pool: Pool;

  constructor(workerUrl: string, agency: string) {
    this.pool = new Pool({
      ...{ connectionString: workerUrl, max: 1, application_name: `simpul ${agency} audit keeper` },
      ...{ connectionTimeoutMillis: 5000, statement_timeout: 10_000 },
    });
    // A connection that breaks, idle or at work, is replaced by the next work; the work itself is told by its statement.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** One transaction. */
  async transact<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // Whatever state it is in, nobody else gets the connection.
      client.release(true);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
