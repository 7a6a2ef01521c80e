import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { Purpose, Role } from '@simpul/schema/contract/identity';
import { anonymous } from '../identity/identity';
import { ANY_FIELD, AccessRules } from './access-rules';

const DAY = '2000-01-01';

/** A grant that nobody gave, to an organisation that is none; what else it says follows from what is asked. */
const PROPOSED: BundleGrant = {
  ...{ id: 'proposed', version: 1, agreement: 'proposed', clause: null, provider: 'provider' },
  ...{ recipient: 'recipient', categories: [], purposes: [], regions: [], onlyUnderAgreement: false },
  ...{ fields: [ANY_FIELD], legalBasis: 'PUBLIC_TASK', validFrom: DAY, validTo: null },
  countersignatures: [],
};

let rules: AccessRules | undefined;
const decided = new Map<string, boolean>();

/** Whether a grant of a category, for a purpose, would open anything to callers with these roles at its recipient. */
export function grantWouldOpen(
  roles: readonly Role[],
  purpose: Purpose,
  category: PersonalDataCategory,
): boolean {
  const question = [...[...roles].sort(), purpose, category].join(' ');
  const known = decided.get(question);
  if (known !== undefined) return known;
  rules ??= new AccessRules([PROPOSED]);
  const grant = { ...PROPOSED, categories: [category], purposes: [purpose] };
  const identity = { ...anonymous, organization: PROPOSED.recipient, roles };
  const field = { coordinate: ANY_FIELD, category, today: DAY };
  const opens = rules.opening([grant], identity, purpose, field).length > 0;
  decided.set(question, opens);
  return opens;
}
