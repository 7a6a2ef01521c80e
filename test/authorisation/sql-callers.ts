import type { CallerSettings } from '@simpul/kit/database/database';
import type { Records } from './reached-people';
import { callerOf, grantOf } from './sql-door';

/** Organisations that no reason on record names. */
const STRANGER = '5f0c5f1e-0000-4000-8000-000000000001';
const OTHER_AGREEMENT = '5f0c5f1e-0000-4000-8000-000000000002';

/** Everybody who could come to an agency's database, by a few words: with each way to reach rows, and each way to miss them. */
export function sqlCallers({ bases }: Records): ReadonlyMap<string, CallerSettings> {
  const keepers = unique(bases.map(({ keeper }) => keeper));
  const staffed = bases.find(
    ({ organization, keeper, agreement }) => agreement === null && organization !== keeper,
  );
  const callers = new Map<string, CallerSettings>([
    ['nobody', callerOf(null, {})],
    ['a stranger', callerOf(STRANGER, { own: [STRANGER], staff: STRANGER })],
    ['somebody', callerOf(null, { self: bases[0]?.person ?? null })],
    ['nobody known here', callerOf(null, { self: STRANGER })],
    ['an employer', callerOf(null, { staff: staffed?.organization ?? null })],
  ]);
  for (const [index, keeper] of keepers.entries()) {
    const label = `keeper ${String(index + 1)}`;
    const own = callerOf(keeper, { own: [keeper] });
    callers.set(label, own);
    callers.set(`${label} on no day`, { ...own, today: null });
    callers.set(`${label} before everything`, { ...own, today: '2020-01-01' });
    const partner = bases.find((basis) => basis.keeper === keeper && basis.agreement !== null);
    if (partner?.agreement == null) continue;
    const { organization: recipient, agreement } = partner;
    const under = grantOf({ provider: keeper, recipient, agreement });
    const with_ = (changes: Partial<typeof under>, who = recipient) =>
      callerOf(who, { grants: [{ ...under, ...changes }] });
    const ways: Record<string, CallerSettings> = {
      'under the agreement': with_({}),
      'under another agreement': with_({ agreement: OTHER_AGREEMENT }),
      'from another keeper': with_({ provider: STRANGER }),
      'as another organisation': with_({}, STRANGER),
      'to all of it': with_({ onlyUnderAgreement: false }),
      'to a city': with_({ onlyUnderAgreement: false, regions: ['36.73'] }),
      'to two districts': with_({ onlyUnderAgreement: false, regions: ['36.73.01', '36.72.02'] }),
      'to half a code': with_({ onlyUnderAgreement: false, regions: ['36.7'] }),
      'with consent': with_({ legalBasis: 'CONSENT' }),
      'with consent for another purpose': {
        ...with_({ legalBasis: 'CONSENT', onlyUnderAgreement: false }),
        purpose: 'STATISTICS',
      },
    };
    for (const [way, caller] of Object.entries(ways)) callers.set(`partner of ${label}, ${way}`, caller);
  }
  return callers;
}

/** Rows that make every condition matter: reasons to come and gone by, and consents that do not hold. */
export function oddRecords({ bases }: Records): string[] {
  const partners = unique(
    bases
      .filter(({ agreement }) => agreement !== null)
      .map((basis) => JSON.stringify([basis.keeper, basis.organization, basis.agreement])),
  ).map((told) => JSON.parse(told) as [string, string, string]);
  return partners.flatMap(([keeper, organization, agreement]) => {
    const others = unique(
      bases
        .filter((basis) => basis.keeper === keeper && basis.organization === keeper)
        .map(({ person }) => person),
    ).slice(0, 40);
    const reason = (person: string | undefined, from: string, until: string): string =>
      `INSERT INTO disclosure_basis VALUES ('${String(person)}', '${keeper}', '${organization}', 'NOMINATION', '${agreement}', '36.7', '${from}', ${until}, true)`;
    const consent = (
      person: string | undefined,
      recipient: string,
      purpose: string,
      from: string,
      until: string,
    ): string =>
      `INSERT INTO consent_echo VALUES ('${String(person)}', gen_random_uuid(), '${recipient}', '${purpose}', '{HISTORY}', '${from}', ${until}, true)`;
    const [a, b, c, d, e, f, g] = others.slice(-7);
    return [
      reason(a, '2027-01-01', 'NULL'),
      reason(b, '2025-01-01', `'2026-06-14'`),
      reason(c, '2025-01-01', `'2026-06-15'`),
      ...[d, e, f, g].map((person) => reason(person, '2025-01-01', 'NULL')),
      consent(d, organization, 'TRAINING', '2025-01-01', `'2026-06-14'`),
      consent(e, STRANGER, 'TRAINING', '2025-01-01', 'NULL'),
      consent(f, organization, 'BENEFIT', '2025-01-01', 'NULL'),
      consent(g, organization, 'TRAINING', '2026-06-16', 'NULL'),
      consent(c, organization, 'TRAINING', '2026-06-15', `'2026-06-15'`),
    ];
  });
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
