import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Logger } from 'typeorm';

const CHANNEL = 'simpul:statement';
const statements = channel(CHANNEL);

/** An SQL statement on its way to an agency's database. */
export interface Statement {
  readonly agency: string;
  readonly sql: string;
}

/** Hears of every statement of this process, on a diagnostics channel that costs nothing without a listener; answers how to stop. */
export function observeStatements(listener: (statement: Statement) => void): () => void {
  const hear = (message: unknown): void => {
    listener(message as Statement);
  };
  subscribe(CHANNEL, hear);
  return () => void unsubscribe(CHANNEL, hear);
}

/** Whether a statement asks for data; the one that tells a transaction who asks has the form of a select and is none. */
export function isDataSelect(sql: string): boolean {
  return /^\s*(SELECT|WITH)\b/i.test(sql) && !sql.includes('set_config(');
}

/** Announces statements to {@link observeStatements}; parameters are left out, they can be personal. */
export function statementAnnouncer(agency: string): Logger {
  const announce = (sql: string): void => {
    if (statements.hasSubscribers) statements.publish({ agency, sql });
  };
  const ignore = (): void => undefined;
  return {
    logQuery: announce,
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}
