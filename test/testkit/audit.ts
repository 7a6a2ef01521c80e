import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditSettings } from '@simpul/kit/audit/audit';
import { AuditKeys, auditKeys } from '@simpul/kit/audit/audit-keys';
import { ensureSecretFile } from '@simpul/kit/secrets/secret-file';

/** The audit of agencies whose test is not about it: records are signed and chained, and nobody keeps the heads. */
export const TEST_AUDIT: AuditSettings = {
  keys: AuditKeys.parse(AuditKeys.generate()),
  witness: null,
  headKeys: null,
};

/** A file of new audit keys for an agency that runs as a process; it goes with the machine's other temporary files. */
export function auditKeyFile(): string {
  return ensureSecretFile(mkdtempSync(path.join(tmpdir(), 'simpul-audit-')), auditKeys);
}
