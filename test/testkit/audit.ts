import type { AuditSettings } from '@simpul/kit/audit/audit';
import { AuditKeys } from '@simpul/kit/audit/audit-keys';

/** The audit of agencies whose test is not about it: records are signed and chained, and nobody keeps the heads. */
export const TEST_AUDIT: AuditSettings = {
  keys: AuditKeys.parse(AuditKeys.generate()),
  witness: null,
  headKeys: null,
};
