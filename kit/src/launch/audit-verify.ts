import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { auditKeys } from '../audit/audit-keys';
import type { HeadKeys } from '../audit/head';
import { readHeadKeys } from '../audit/head-keys';
import { type KnownHeads, keptHeads, knownHeads } from '../audit/known-heads';
import { type Verification, verifyAudit } from '../audit/verification';
import { roleUrls } from '../database/roles';
import { CannotStart } from '../postgres/cannot-start';
import { withClient } from '../postgres/database';
import { secretFileOf } from './agency-secrets';
import { headKeysFile } from './audit-files';
import { type AuditVerifyConfig, readAuditVerifyConfig } from './audit-verify-config';
import { haltWithoutParent, runCommand } from './command';
import { type LauncherConfig, readLauncherConfig } from './config';
import { Databases } from './databases';
import { type AgencyPrograms, HOUSE_ROOT, findPrograms } from './layout';

const INTERRUPTED = 130;

/** Where everything is that one verification needs. */
interface Sources {
  readonly config: LauncherConfig;
  readonly told: AuditVerifyConfig;
  readonly databases: Databases;
  /** A file of heads, one a line. */
  readonly headsFile: string | undefined;
}

/** The command behind `npm run audit:verify [-- --agency NAME] [--heads FILE]`: whether the records of access are all there. */
async function verify(halt: AbortController): Promise<void> {
  const { values } = parseArgs({ options: { agency: { type: 'string' }, heads: { type: 'string' } } });
  const { agencies } = findPrograms(HOUSE_ROOT);
  const config = readLauncherConfig(agencies.map(({ name }) => name));
  const told = readAuditVerifyConfig();
  const wanted = wantedOf(agencies, values.agency);
  if (values.agency === undefined && (told.keysFile ?? values.heads) !== undefined)
    throw new CannotStart(`${auditKeys.key} and --heads are one agency's; say which: --agency NAME`);
  if (config.isUnderNpm) haltWithoutParent(halt);
  const names = new Set(wanted.flatMap((agency) => [agency.name, ...witnessAtHand(agency, config)]));
  const databases = await Databases.open({
    ...{ config, agencies: [...names], command: 'npm run audit:verify', halt },
  });
  try {
    let sound = 0;
    for (const agency of wanted)
      if (await isSound(agency, { config, told, databases, headsFile: values.heads })) sound += 1;
    process.stdout.write(`audit: ${String(sound)}/${String(wanted.length)} agencies sound\n`);
    if (sound < wanted.length) process.exitCode = 1;
  } finally {
    await databases.close();
  }
}

async function isSound(agency: AgencyPrograms, sources: Sources): Promise<boolean> {
  const { config, told, databases } = sources;
  const keys = auditKeys.parse(
    readFileSync(told.keysFile ?? secretFileOf(config.dataFolder, agency.name, auditKeys), 'utf8'),
  );
  const { heads, unsigned } = await headsOf(agency, sources);
  const { worker } = roleUrls(databases.urlOf(agency.name), agency.name);
  const found = await withClient(worker, (client) => verifyAudit(client, { keys, heads }));
  process.stdout.write(`${agency.name}: ${inWords(found)}\n`);
  if (unsigned > 0)
    process.stdout.write(
      `${agency.name}: ${String(unsigned)} heads at the witness are signed by no agency\n`,
    );
  return found.fault === null && unsigned === 0;
}

async function headsOf(agency: AgencyPrograms, sources: Sources): Promise<KnownHeads> {
  const { config, told } = sources;
  const file = told.headKeysFile ?? headKeysFile(config.dataFolder);
  const keys: HeadKeys = existsSync(file) ? readHeadKeys(file) : new Map();
  return knownHeads(await textsOf(agency, sources), agency.name, keys);
}

async function textsOf(
  agency: AgencyPrograms,
  { config, told, databases, headsFile }: Sources,
): Promise<string[]> {
  if (headsFile !== undefined) return linesOf(readFileSync(headsFile, 'utf8'));
  if (told.witnessUrl !== undefined) return linesOf(await (await fetch(told.witnessUrl)).text());
  const [witness] = witnessAtHand(agency, config);
  if (witness === undefined) return [];
  const { worker } = roleUrls(databases.urlOf(witness), witness);
  return withClient(worker, (client) => keptHeads(client, agency.name));
}

/** The witness, where its database is one of those that this command is given: in development all are. */
function witnessAtHand({ witness }: AgencyPrograms, { databaseUrls }: LauncherConfig): string[] {
  if (witness === undefined) return [];
  return databaseUrls.size === 0 || databaseUrls.has(witness) ? [witness] : [];
}

function wantedOf(agencies: readonly AgencyPrograms[], name: string | undefined): readonly AgencyPrograms[] {
  if (name === undefined) return agencies;
  const found = agencies.filter((agency) => agency.name === name);
  if (found.length > 0) return found;
  throw new CannotStart(
    `There is no agency ${name}; there are ${agencies.map((known) => known.name).join(', ')}.`,
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function inWords({ sealed, unsealed, heads, fault }: Verification): string {
  if (fault) {
    const place = fault.sequence === null ? '' : ` ${String(fault.sequence)}`;
    return `first bad record${place}${fault.record === null ? '' : ` (${fault.record})`}: ${fault.reason}`;
  }
  const seen =
    heads > 0 ? `${String(heads)} heads at the witness fit` : 'no head at a witness shows its length';
  return `${String(sealed)} records sealed, ${String(unsealed)} waiting, ${seen}`;
}

void runCommand(verify, INTERRUPTED);
