import { randomBytes } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import { urlOfDatabase } from '@simpul/kit/postgres/address';
import { withClient } from '@simpul/kit/postgres/database';
import { readRunConfig } from './config';

/** A database of one test file. */
export interface TestDatabase {
  /** As the superuser of the run. */
  readonly url: string;
  drop(): Promise<void>;
}

/** The server of the run, as its superuser. */
export function testServerUrl(): string {
  return announced(readRunConfig().serverUrl);
}

/** The name, in this run, of a prepared database. */
export function templateName(content: string): string {
  return `${announced(readRunConfig().databasePrefix)}${content}`;
}

function announced(value: string | undefined): string {
  if (value === undefined)
    throw new Error('There is no test server: run the tests by jest with the configuration of the root.');
  return value;
}

/** Copies a database, tables, rows and all; nobody may be connected to the original meanwhile. */
export async function cloneDatabase(template: string): Promise<TestDatabase> {
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await execute(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`);
  return {
    url: urlOfDatabase(testServerUrl(), name),
    drop: () => execute(`drop database ${escapeIdentifier(name)} with (force)`),
  };
}

async function execute(statement: string): Promise<void> {
  await withClient(testServerUrl(), (client) => client.query(statement));
}
