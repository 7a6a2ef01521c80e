import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { trainingCenter } from '../agency';

let agency: TestAgency;
beforeAll(async () => {
  agency = await openTestAgency(trainingCenter, 2);
});
afterAll(() => agency.close());

const CONTENT = 'scheme qualifier kkni issuedOn validUntil competencyUnits { code }';
const NOTHING = {
  ...{ scheme: null, qualifier: null, kkni: null },
  ...{ issuedOn: null, validUntil: null, competencyUnits: null },
};

async function verify(number: string, shareCode?: string): Promise<unknown> {
  const { data, errors } = await agency.ask(
    `query ($number: String!, $shareCode: String) { certificateVerification(number: $number, shareCode: $shareCode) {
      valid status shared ${CONTENT} } }`,
    { number, shareCode },
  );
  expect(errors).toBeUndefined();
  return data?.['certificateVerification'];
}

const SHARED = `SELECT number, replace(number, 'DEMO', 'BAGI') AS code, scheme, units FROM certificate
  JOIN certificate_share share ON certificate_id = id
  WHERE revoked_on IS NULL AND certificate.valid_until >= '2026-06-15' LIMIT 1`;

it('shows the content of a certificate only to whom its holder gave a code', async () => {
  const [row] = await agency.sql<{ number: string; code: string; scheme: string; units: string[] }>(SHARED);
  if (!row) throw new Error('The demonstration has no shared certificate.');
  expect(await verify(row.number, row.code)).toMatchObject({
    ...{ valid: true, status: 'VALID', shared: true, scheme: row.scheme },
    competencyUnits: row.units.map((code) => ({ code })),
  });
  const closed = { valid: true, status: 'VALID', shared: false, ...NOTHING };
  expect(await verify(row.number)).toEqual(closed);
  expect(await verify(row.number, row.number)).toEqual(closed);
  await agency.sql(`UPDATE certificate_share SET valid_until = '2026-06-14'`);
  expect(await verify(row.number, row.code)).toEqual(closed);
});

it('tells expired, revoked and unknown certificates apart', async () => {
  const numberOf = async (condition: string): Promise<string> =>
    (await agency.sql<{ number: string }>(`SELECT number FROM certificate WHERE ${condition} LIMIT 1`))[0]
      ?.number ?? '';
  const expired = await numberOf(`valid_until < '2026-06-15' AND revoked_on IS NULL`);
  await agency.sql(`UPDATE certificate SET revoked_on = '2026-06-01' WHERE number = $1`, [
    await numberOf(`valid_until > '2026-06-15' AND revoked_on IS NULL`),
  ]);
  const revoked = await numberOf('revoked_on IS NOT NULL');
  expect(await verify(expired)).toMatchObject({ valid: false, status: 'EXPIRED', shared: false });
  expect(await verify(revoked)).toMatchObject({ valid: false, status: 'REVOKED', shared: false });
  expect(await verify('NO-SUCH-NUMBER')).toEqual({ valid: false, status: null, shared: false, ...NOTHING });
});

it('finds unplaced graduates by facility and residence, and says how fresh that is', async () => {
  const { data, errors } = await agency.ask(`{
    unplaced: certificates(filter: { capabilities: [PIPE_WELDING_6GR, ROBOTIC_WELDING], region: "36.72", unplaced: true, status: [VALID] }) { totalCount asOf }
    placed: certificates(filter: { capabilities: [PIPE_WELDING_6GR, ROBOTIC_WELDING], region: "36.72", unplaced: false, status: [VALID] }) { totalCount asOf }
    any: certificates { totalCount asOf } }`);
  expect(errors).toBeUndefined();
  const [recount] = await agency.sql<{ unplaced: number; placed: number; any: number }>(`
    SELECT count(*) FILTER (WHERE welds AND placed_since IS NULL)::int AS unplaced,
      count(*) FILTER (WHERE welds AND placed_since IS NOT NULL)::int AS placed, count(*)::int AS any
    FROM (SELECT placed_since, programme.code IN ('LAS-PIPA-6GR', 'LAS-ROBOTIK') AND district_code LIKE '36.72.%'
        AND revoked_on IS NULL AND valid_until >= '2026-06-15' AS welds
      FROM certificate JOIN graduate_echo USING (person_id) JOIN programme ON programme.id = programme_id) t`);
  expect(recount?.unplaced).toBeGreaterThan(0);
  const asOf = '2026-06-15T00:00:00.000+07:00';
  expect(data).toEqual({
    unplaced: { totalCount: recount?.unplaced, asOf },
    placed: { totalCount: recount?.placed, asOf },
    any: { totalCount: recount?.any, asOf: null },
  });
});
