import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import type { AgencyDatabase, CallerSettings } from '@simpul/kit/database/database';
import { roleUrls } from '@simpul/kit/database/roles';
import type { Reach } from '@simpul/kit/policy/reach';
import { laborOffice } from '@simpul/labor-office/agency';
import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '../testkit/agency';

let agency: TestAgency;
let database: AgencyDatabase;
beforeAll(async () => {
  agency = await openTestAgency(laborOffice, 2);
  database = await openAgencyDatabase(laborOffice, roleUrls(agency.databaseUrl, 'labor-office'));
});
afterAll(async () => { await database.close(); await agency.close(); });
const SERANG = organizationId('disnakertrans-kota-serang');
const BBPVP = organizationId('bbpvp-serang');
const settings = (reach: Partial<Reach>, organization: string | null): CallerSettings => ({
  subject: 't', requestId: 't', office: null, purpose: 'TRAINING', today: '2026-06-15', organization,
  reach: { own: [], staff: null, self: null, grants: [], ...reach },
});
const grant = { id: 'g', version: 1, agreement: agreementId('D1'), clause: null, provider: SERANG, recipient: BBPVP, categories: ['IDENTITY' as const], purposes: ['TRAINING' as const], regions: [] as string[], onlyUnderAgreement: true, fields: [], legalBasis: 'PUBLIC_TASK', validFrom: '2026-01-01', validTo: null, countersignatures: [] };
const count = async (caller: CallerSettings, how: 'read' | 'tally' = 'read') => {
  const [row] = await database[how](caller, (db) => db.query('SELECT count(*)::int AS n FROM person'));
  return (row as { n: number }).n;
};
it('x', async () => {
  const [all] = await agency.sql<{n: number}>('SELECT count(*)::int AS n FROM person');
  const out = {
    all: all?.n,
    none: await count(settings({}, SERANG)),
    own: await count(settings({ own: [SERANG] }, SERANG)),
    tally: await count(settings({}, SERANG), 'tally'),
    under: await count(settings({ grants: [grant] }, BBPVP)),
    whole: await count(settings({ grants: [{ ...grant, onlyUnderAgreement: false }] }, BBPVP)),
    region: await count(settings({ grants: [{ ...grant, onlyUnderAgreement: false, regions: ['36.73.01'] }] }, BBPVP)),
    consent: await count(settings({ grants: [{ ...grant, legalBasis: 'CONSENT' }] }, BBPVP)),
    bases: await agency.sql('SELECT kind, count(*)::int FROM disclosure_basis GROUP BY 1'),
  };
  console.log(JSON.stringify(out, null, 1));
  expect(1).toBe(1);
});
