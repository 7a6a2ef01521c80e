import { PLACEMENT, TRAINING, ask } from '../../testing/guarded-people';

const plain = { grant: null, masked: false };
const filtered = (field: string, person: string | null) => ({
  type: 'PersonFilter',
  field,
  person,
  ...plain,
});

describe('rows that a personal filter chose', () => {
  it.each([
    ['by their ids', '{ page(filter: { region: "36" }, ids: ["own", "mine"]) { nodes { id } } }'],
    ['by their edges', '{ page(filter: { region: "36" }, ids: ["own", "mine"]) { edges { node { id } } } }'],
    ['without a page', '{ people(filter: { region: "36" }, ids: ["own", "mine"]) { id } }'],
    ['under another name', '{ a: page(filter: { region: "36" }, ids: ["own", "mine"]) { b: nodes { id } } }'],
  ])('are on record with the filter when they are told %s', async (_, source) => {
    const { errors, disclosed, listed } = await ask(source, PLACEMENT);
    expect(errors).toEqual([]);
    expect(disclosed).toEqual([
      filtered('region', null),
      filtered('region', 'own'),
      filtered('region', 'mine'),
    ]);
    expect(listed).toEqual([]);
  });

  it.each([
    ['only their number', '{ page(filter: { stage: "X", region: "36" }) { totalCount } }'],
    ['only where they end', '{ page(filter: { stage: "X", region: "36" }) { edges { cursor } } }'],
    ['that there are none', '{ page(filter: { stage: "X", region: "36" }, ids: []) { nodes { id } } }'],
  ])('are on record as nobody’s when %s is told', async (_, source) => {
    const { disclosed } = await ask(source, PLACEMENT);
    expect(disclosed).toEqual([filtered('stage', null), filtered('region', null)]);
  });

  it('are on record by the argument when that is personal itself, and with what else is shown', async () => {
    const { disclosed } = await ask('{ people(name: "Sari") { name } }', PLACEMENT);
    expect(disclosed).toEqual([
      { type: 'Query', field: 'people(name:)', person: null, ...plain },
      { type: 'Query', field: 'people(name:)', person: 'own', ...plain },
      { type: 'Person', field: 'name', person: 'own', ...plain },
    ]);
  });
});

describe('rows that nothing chose', () => {
  it('are on record by the field that lists them', async () => {
    const { disclosed, listed } = await ask(
      '{ page(ids: ["own"]) { nodes { id } } people { id } }',
      PLACEMENT,
    );
    const row = { type: 'Query', rows: 'Person', person: 'own', ...plain };
    expect(disclosed).toEqual([]);
    expect(listed).toEqual(
      expect.arrayContaining([
        { ...row, field: 'page' },
        { ...row, field: 'people' },
      ]),
    );
    expect(listed).toHaveLength(2);
  });

  it('are on record with the grant by which they are reached', async () => {
    const { listed } = await ask('{ people(ids: ["shared"]) { id } }', TRAINING);
    expect(listed).toMatchObject([
      { field: 'people', person: 'shared', grant: { id: 'grant', version: 2, agreement: 'D1' } },
    ]);
  });

  it('are nobody’s when only their number is asked, and strangers’ when they are shown as such', async () => {
    expect((await ask('{ page { totalCount } }', PLACEMENT)).listed).toEqual([]);
    expect((await ask('{ candidates { id } }', PLACEMENT)).listed).toEqual([]);
  });
});
