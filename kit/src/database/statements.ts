import { channel } from 'node:diagnostics_channel';
import type { Logger } from 'typeorm';

/** Channel on which every SQL statement is announced as `{ agency, sql }`; costs nothing without a subscriber. */
export const statements = channel('simpul:statement');

/** Feeds {@link statements}; parameters are left out, they can be personal. */
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
