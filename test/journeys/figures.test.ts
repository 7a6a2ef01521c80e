import { agreementId } from '@simpul/schema/contract/ids';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer, grouped, namesIn, paired } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
});
afterAll(() => house.close());

describe('reporting 5: figures that conflict', () => {
  interface Claim extends Row {
    readonly matter: string;
    readonly value: string;
    readonly organization: string | null;
  }

  function claims(): Promise<Claim[]> {
    return house.agencies.province.sql(
      `SELECT id, subject || ' ' || predicate AS matter, value, unit, period, asserted_by AS "assertedBy", asserted_by_organization_id AS organization,
         asserted_on::text AS "assertedOn", jsonb_build_object('name', source_name, 'kind', source_kind, 'title', source_title,
           'url', source_url, 'publishedOn', source_published_on) AS source
       FROM claim WHERE retracted_at IS NULL ORDER BY recorded`,
    );
  }

  function differing(all: readonly Claim[]): { matter: string; said: Claim[] }[] {
    return [...grouped(all, 'matter')]
      .map(([matter, said]) => ({ matter, said }))
      .filter(({ said }) => new Set(said.map(({ value }) => value)).size > 1);
  }

  async function told(): Promise<Row[]> {
    const nodes = (await answer(house, 'reporting-05')).list('figures', 'nodes');
    return nodes.map((node) => ({
      ...node,
      matter: `${String(node['subject'])} ${String(node['predicate'])}`,
    }));
  }

  it('each claim with its speaker and source, none preferred', async () => {
    const names = await namesIn(house.agencies.province, 'organization');
    const all = await claims();
    const conflicting = differing(all);
    expect(conflicting.length).toBeLessThan(grouped(all, 'matter').size);
    const nothing = { preferred: null, preferredBy: null, preferredAt: null, reason: null, history: [] };
    for (const [node, { matter, said }] of paired(await told(), conflicting, { matter: 'matter' })) {
      const [subject, predicate] = [matter.slice(0, matter.lastIndexOf(' ')), matter.split(' ').at(-1)];
      expect(node).toEqual({
        ...{ matter, subject, predicate, conflicting: true, ...nothing },
        all: said.map(({ id: _id, matter: _matter, organization, ...claim }) => ({
          ...{ ...claim, status: 'CONTESTED' },
          assertedByOrganization: organization === null ? null : { name: names.get(organization) },
        })),
      });
    }
    expect(conflicting.map(({ matter }) => matter)).toEqual(
      expect.arrayContaining(['quota/36.73 seats', 'rule/36.73/local-hire status']),
    );
  });

  it('no more where all but one of the values were taken back', async () => {
    const [figure] = differing(await claims()).filter(({ said }) => said.length === 2);
    await house.agencies.province.sql('UPDATE claim SET retracted_at = now() WHERE id = $1', [
      figure?.said[0]?.['id'],
    ]);
    const left = differing(await claims());
    expect(left.map(({ matter }) => matter)).not.toContain(figure?.matter);
    expect(paired(await told(), left, { matter: 'matter' })).toHaveLength(left.length);
    await house.agencies.province.sql('UPDATE claim SET retracted_at = NULL');
  });
});

it('the signing date of A1 and A2 is a conflicting figure', async () => {
  const { data } = await house.ask(
    `query ($a1: ID!, $a2: ID!) {
      a1: agreement(id: $a1) { figures(conflicting: true) { subject predicate conflicting all { value source { name } } } }
      a2: agreement(id: $a2) { figures(conflicting: true) { subject predicate conflicting all { value source { name } } } } }`,
    { a1: agreementId('A1'), a2: agreementId('A2') },
  );
  for (const key of ['a1', 'a2']) {
    const figures = (
      (data?.[key] as Row)['figures'] as { predicate: string; all: { value: string; source: Row }[] }[]
    ).filter(({ predicate }) => predicate === 'signedOn');
    expect(figures).toHaveLength(1);
    const said = figures[0]?.all.map(({ value, source }) => `${value} ${String(source['name'])}`) ?? [];
    expect(said).toEqual(
      expect.arrayContaining([
        '2025-10-30 000_9a36f1de8e6f6abd.txt',
        '2025-12-15 001_21146200500bea98.txt',
        '2025-12-15 004_388bf4e4bb9d5bf0.txt',
      ]),
    );
  }
});
