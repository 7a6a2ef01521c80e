import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import { askerOf } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer, namesIn, paired } from '../testkit/question';
import { reachedBy } from '../testkit/reached';

let house: House;
let organizations: Map<unknown, string>;
beforeAll(async () => {
  house = await openHouse(8);
  organizations = await namesIn(house.agencies.province, 'organization');
});
afterAll(() => house.close());

const named = (id: unknown): Row | null => (id === null ? null : { name: organizations.get(id) });

describe('agencies 4: what expires and what has no recorded expiry', () => {
  interface Stored extends Row {
    readonly id: string;
    readonly title: string;
    readonly status: string;
    readonly expiresOn: string | null;
    readonly days: number | null;
  }
  let agreements: Stored[];
  beforeAll(async () => {
    agreements = await house.agencies.province.sql<Stored>(
      `SELECT id, title, form, status, expires_on::text AS "expiresOn", signed_on::text AS "signedOn", planned_signing_on::text AS "plannedSigningOn",
         expires_on - $1::date AS days,
         (SELECT jsonb_agg(jsonb_build_object('role', role, 'organization', jsonb_build_object('name', name)) ORDER BY position)
          FROM agreement_party JOIN organization ON organization.id = organization_id WHERE agreement_id = agreement.id) AS parties,
         (SELECT jsonb_agg(jsonb_build_object('name', source ->> 'name')) FROM jsonb_array_elements(sources) source) AS sources
       FROM agreement ORDER BY expires_on`,
      [TODAY],
    );
  });

  it('within 90 days', async () => {
    const soon = (await answer(house, 'agencies-04')).at('soon');
    const expected = agreements.filter(({ days }) => days !== null && days >= 0 && days <= 90);
    expect(expected.length).toBeGreaterThan(0);
    expect(agreements.some(({ days }) => days !== null && days > 90)).toBe(true);
    expect(soon.value).toEqual({
      totalCount: expected.length,
      nodes: expected.map(({ id, title, status, expiresOn, parties }) => ({
        id,
        title,
        status,
        expiresOn,
        parties,
      })),
    });
  });

  it('counts the last of so many days, and not the one after', async () => {
    const within = async (days: number): Promise<unknown> => {
      const { data } = await house.ask(
        `{ agreementsExpiring(withinDays: ${String(days)}) { nodes { id } } }`,
      );
      return (data?.['agreementsExpiring'] as { nodes: Row[] }).nodes.map(({ id }) => id);
    };
    const [first] = agreements.filter(({ days }) => days !== null && days > 0);
    expect(await within(Number(first?.days))).toEqual([first?.id]);
    expect(await within(Number(first?.days) - 1)).toEqual([]);
  });

  it('apart from it what has no recorded expiry', async () => {
    const unknown = (await answer(house, 'agencies-04')).at('unknown');
    const expected = agreements.filter(({ expiresOn }) => expiresOn === null);
    expect(unknown.at('totalCount').value).toBe(expected.length);
    const told = new Map<string, Row>();
    for (const [node, { expiresOn: _expiry, days: _days, ...agreement }] of paired(
      unknown.list('nodes'),
      expected,
      {
        id: 'id',
      },
    )) {
      expect(node).toEqual(agreement);
      told.set(agreement.id, node);
    }
    for (const slug of ['A1', 'A2', 'A3', 'A4', 'A5'] as const)
      expect(told.has(agreementId(slug))).toBe(true);
    expect(told.get(agreementId('A1'))).toMatchObject({
      ...{ status: 'PLANNED', signedOn: null, plannedSigningOn: '2025-10-30' },
    });
    expect(told.get(agreementId('A2'))).toMatchObject({ status: 'SIGNED', signedOn: '2025-12-15' });
    expect((told.get(agreementId('A2'))?.['sources'] as Row[]).map(({ name }) => name)).toContain(
      '004_388bf4e4bb9d5bf0.txt',
    );
  });
});

describe('agencies 5: what may be read about job seekers today', () => {
  it('by the grants in force, with clause and dates', async () => {
    const regions = await namesIn(house.agencies.province, 'region', 'code');
    const grants = await house.agencies.province.sql<
      Row & { open: boolean; codes: string[]; recipient_id: string }
    >(
      `SELECT provider_id, recipient_id, categories, purposes, legal_basis AS "legalBasis", region_codes AS codes,
         jsonb_build_object('fields', fields, 'onlyUnderAgreement', only_under_agreement) AS scope,
         jsonb_build_object('title', agreement.title, 'status', agreement.status) AS agreement,
         jsonb_build_object('number', number, 'title', clause.title, 'kind', kind) AS clause,
         valid_from::text AS "validFrom", valid_to::text AS "validTo", data_grant.version,
         revoked_at IS NULL AND $1 BETWEEN valid_from AND coalesce(valid_to, $1) AND agreement.status = 'IN_FORCE'
           AND $1 BETWEEN effective_from AND coalesce(expires_on, $1) AS open
       FROM data_grant JOIN agreement ON agreement.id = agreement_id JOIN clause ON clause.id = clause_id`,
      [TODAY],
    );
    const recipients = new Set(grants.map(({ recipient_id }) => recipient_id));
    expect(recipients.size).toBeGreaterThan(2);
    for (const recipient of recipients) {
      const person = await aPerson('withdrawn_at IS NULL');
      const told = (await answer(house, 'agencies-05', { recipient, person })).list('dataGrants', 'nodes');
      const expected = grants
        .filter(({ open, recipient_id }) => open && recipient_id === recipient)
        .map(({ open: inForce, provider_id, recipient_id: _recipient, codes, scope, ...grant }) => ({
          ...{ ...grant, inForce, provider: named(provider_id) },
          scope: { ...(scope as Row), regions: codes.map((code) => ({ code, name: regions.get(code) })) },
        }));
      expect(expected.length).toBeGreaterThan(0);
      expect(told).toHaveLength(expected.length);
      expect(told).toEqual(expect.arrayContaining(expected));
    }
    const center = grants.filter(({ recipient_id }) => recipient_id === organizationId('bbpvp-serang'));
    expect(new Set(center.map(({ open }) => open)).size).toBe(2);
    expect(center.every(({ clause }) => (clause as Row)['kind'] === 'DATA_SHARING')).toBe(true);
  });

  it.each([
    ['is in force', 'bool_and(withdrawn_at IS NULL AND (valid_until IS NULL OR valid_until >= $1))'],
    [
      'ran out while another is in force',
      'bool_or(valid_until < $1) AND bool_or(valid_until IS NULL OR valid_until >= $1) AND bool_and(withdrawn_at IS NULL)',
    ],
    ['was withdrawn', 'bool_and(withdrawn_at IS NOT NULL)'],
  ])('by the consents of a person of whom one %s', async (_, kind) => {
    const [chosen] = await house.agencies['labor-office'].sql<{ person_id: string }>(
      `SELECT person_id FROM consent WHERE person_id = ANY ($2) GROUP BY 1 HAVING ${kind} AND $1::date IS NOT NULL ORDER BY 1 LIMIT 1`,
      [TODAY, [...(await reachedBy(house, 'labor-office', askerOf('agencies-05')))]],
    );
    const person = chosen?.person_id;
    expect(person).toBeDefined();
    const consents = await house.agencies['labor-office'].sql<Row>(
      `SELECT recipient_id, purpose, categories, valid_until::text AS "validUntil" FROM consent
       WHERE person_id = $1 AND withdrawn_at IS NULL AND (valid_until IS NULL OR valid_until >= $2) ORDER BY given_at DESC, id`,
      [person, TODAY],
    );
    const reply = await answer(house, 'agencies-05', { recipient: organizationId('bbpvp-serang'), person });
    expect(reply.list('person', 'consents')).toEqual(
      consents.map(({ recipient_id, ...consent }) => ({ ...consent, recipient: named(recipient_id) })),
    );
    expect(consents.length > 0).toBe(kind !== 'bool_and(withdrawn_at IS NOT NULL)');
  });

  async function aPerson(condition: string): Promise<string | undefined> {
    const [person] = await house.agencies['labor-office'].sql<{ person_id: string }>(
      `SELECT person_id FROM consent WHERE ${condition} ORDER BY id LIMIT 1`,
    );
    return person?.person_id;
  }
});
