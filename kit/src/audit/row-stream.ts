import type { ClientBase } from 'pg';

/** As many as fit into the buffers between: then the server need not wait until they are looked at to get on with the next. */
const ROWS_AT_A_TIME = 500;
let streams = 0;

/** The rows of a query one after the other, by a cursor of the transaction under way: as few in memory as are fetched at once. */
export class RowStream<R extends object> {
  private readonly cursor = `stream_${String((streams += 1))}`;
  private rows: readonly R[] = [];
  private at = 0;
  private ahead: Promise<readonly R[]> | undefined;

  constructor(
    private readonly client: ClientBase,
    private readonly query: string,
  ) {}

  /** The next row; undefined after the last one. */
  async next(): Promise<R | undefined> {
    if (this.at === this.rows.length) {
      this.ahead ??= this.open();
      this.rows = await this.ahead;
      this.at = 0;
      // The server works on the next rows while these are looked at.
      this.ahead = this.rows.length === ROWS_AT_A_TIME ? this.fetch() : Promise.resolve([]);
      // Told to whoever wants the next row, and to nobody if nobody does.
      this.ahead.catch(() => undefined);
    }
    const row = this.rows[this.at];
    if (row) this.at += 1;
    return row;
  }

  private async open(): Promise<readonly R[]> {
    await this.client.query(`DECLARE ${this.cursor} NO SCROLL CURSOR FOR ${this.query}`);
    return this.fetch();
  }

  private async fetch(): Promise<readonly R[]> {
    const { rows } = await this.client.query<R>(`FETCH ${String(ROWS_AT_A_TIME)} FROM ${this.cursor}`);
    return rows;
  }
}
