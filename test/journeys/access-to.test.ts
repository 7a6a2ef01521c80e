import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { COORDINATES } from '../authorisation/coordinates';
import { TODAY } from '../testkit/agency';
import { claimsOfLogin } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer } from '../testkit/question';

const CENTRE = organizationId('bbpvp-serang');

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

/** All fields of a category at the labour offices, but those of an answer to a change. */
function fieldsOf(category: string): string[] {
  return COORDINATES['labor-office']
    .filter((one) => one.category === category && one.type !== 'RevealedNik')
    .map(({ type, field }) => `${type}.${field}`)
    .sort();
}

describe.each([
  { slug: 'D1', follows: 'A2', login: 'caseworker' },
  { slug: 'D2', follows: 'A3', login: 'caseworker-cilegon' },
] as const)('agencies 5: what may be read of nominees under the follow-up of $follows', (under) => {
  const agreement = agreementId(under.slug);
  let [taken, refused]: string[][] = [];
  beforeAll(async () => {
    [taken, refused] = [
      await nominees('bool_or(valid_until IS NULL)'),
      await nominees('bool_and(valid_until < $4)'),
    ];
    expect(Math.min(taken.length, refused.length)).toBeGreaterThan(5);
  });

  /** Those of the caller's office whom the training centre was told of under the agreement. */
  async function nominees(having: string): Promise<string[]> {
    const rows = await house.agencies['labor-office'].sql<{ person: string }>(
      `SELECT person_id AS person FROM disclosure_basis
       WHERE keeper_id = $1 AND organization_id = $2 AND agreement_id = $3 AND $4::date IS NOT NULL
       GROUP BY 1 HAVING ${having} ORDER BY 1`,
      [claimsOfLogin(under.login).office, CENTRE, agreement, TODAY],
    );
    return rows.map(({ person }) => person);
  }

  const openingsOf = async (person: string | undefined, purpose?: string): Promise<Row[]> => {
    const as = { login: under.login, purpose: 'PLACEMENT' } as const;
    const told = await answer(house, 'agencies-05', { recipient: CENTRE, person, purpose }, { as });
    expect(told.at('accessTo').value).toMatchObject({ day: TODAY, organization: { name: 'BBPVP Serang' } });
    return told.list('accessTo', 'openings');
  };

  it('is who they are and what they did, by the clause on sharing, as long as the agreement lasts', async () => {
    const [grant] = await house.agencies.province.sql<Row>(
      `SELECT number, agreement.title, (SELECT title FROM agreement WHERE id = $4) AS "followedTitle",
         legal_basis AS "legalBasis", least(agreement.expires_on, valid_to)::text AS "validUntil"
       FROM data_grant JOIN clause ON clause.id = clause_id JOIN agreement ON agreement.id = data_grant.agreement_id
       WHERE data_grant.agreement_id = $1 AND recipient_id = $2 AND 'IDENTITY' = ANY (categories)
         AND $3 BETWEEN valid_from AND coalesce(valid_to, $3)`,
      [agreement, CENTRE, TODAY, agreementId(under.follows)],
    );
    const expected = ['IDENTITY', 'HISTORY'].map((category) => ({
      ...{ category, fields: fieldsOf(category), masked: false },
      agreement: { title: grant?.['title'], followsUp: { title: grant?.['followedTitle'] } },
      ...{ clauseNumber: grant?.['number'], grantVersion: 1, legalBasis: grant?.['legalBasis'] },
      validUntil: grant?.['validUntil'],
    }));
    expect(grant).toMatchObject({ number: expect.any(String) as string, legalBasis: 'PUBLIC_TASK' });
    for (const person of taken?.slice(0, 5) ?? []) expect(await openingsOf(person)).toEqual(expected);
  });

  it('is nothing for another purpose, and of whom the centre did not take', async () => {
    expect(await openingsOf(taken?.[0], 'PLACEMENT')).toEqual([]);
    for (const person of refused?.slice(0, 3) ?? []) expect(await openingsOf(person)).toEqual([]);
  });

  it('is told with a record of who was told', async () => {
    const person = taken?.[5];
    await openingsOf(person);
    const records = await house.agencies['labor-office'].sql<Row>(
      `SELECT type, fields, masked, organization FROM audit_record
       WHERE people @> ARRAY[$1]::uuid[] AND type IN ('PersonAccess', 'AccessOpening') ORDER BY type`,
      [person],
    );
    const { organization } = claimsOfLogin(under.login);
    expect(records).toEqual([
      {
        ...{ type: 'AccessOpening', masked: false, organization },
        fields: [
          'agreement',
          'category',
          'clauseNumber',
          'fields',
          'grantVersion',
          'legalBasis',
          'masked',
          'validUntil',
        ],
      },
      { type: 'PersonAccess', masked: false, organization, fields: ['openings'] },
    ]);
  });
});
