import {
  AUDIT,
  type Asked,
  PLACEMENT,
  RESOLVED,
  TRAINING,
  all,
  ask,
  identity,
} from '../../testing/guarded-people';

const forbidden = (coordinate: string, path: readonly (string | number)[], count = 1) => ({
  ...{ code: 'FORBIDDEN_FIELD', coordinate, count, path },
});

describe('rows of the caller’s own', () => {
  it('are given whole, and each value is on the record', async () => {
    const { data, errors, disclosed } = await ask('{ people { id name steps { stage } loan } }', {
      ...PLACEMENT,
      for: 'BENEFIT',
    });
    expect(data).toEqual({
      people: [{ id: 'own', name: 'Sari Dewi Lestari', steps: [{ stage: 'TRAINED' }], loan: 'yes' }],
    });
    expect(errors).toEqual([]);
    const plain = { person: 'own', grant: null, masked: false };
    expect(disclosed).toEqual(
      expect.arrayContaining([
        { type: 'Person', field: 'name', ...plain },
        { type: 'Person', field: 'steps', ...plain },
        { type: 'Step', field: 'stage', ...plain },
        { type: 'Person', field: 'loan', ...plain },
      ]),
    );
    expect(disclosed).toHaveLength(4);
  });

  it('give nothing personal without a purpose, and say so once for each field', async () => {
    const { data, errors, disclosed } = await ask('{ people(ids: ["own", "mine"]) { id name } }', {
      ...PLACEMENT,
      for: null,
    });
    expect(data).toEqual({
      people: [
        { id: 'own', name: null },
        { id: 'mine', name: null },
      ],
    });
    expect(errors).toEqual([
      {
        ...{ path: ['people', 0, 'name'], code: 'PURPOSE_REQUIRED', coordinate: 'Person.name', count: 2 },
        purposes: ['PLACEMENT', 'TRAINING', 'BENEFIT', 'STATISTICS', 'AUDIT', 'SUBJECT_ACCESS'],
      },
    ]);
    expect(disclosed).toEqual([]);
  });
});

describe('what no row could show', () => {
  it('is one error for each field, before any row is looked at', async () => {
    RESOLVED.length = 0;
    const stats: Asked = { ...PLACEMENT, for: 'STATISTICS' };
    const { data, errors } = await ask(
      '{ people(ids: ["own", "none", "shared"]) { name places { code } } }',
      stats,
    );
    expect(data).toEqual({ people: Array(3).fill({ name: null, places: null }) });
    expect(errors).toEqual([
      forbidden('Person.name', ['people', 0, 'name'], 3),
      forbidden('Person.places', ['people', 0, 'places'], 3),
    ]);
    expect(RESOLVED).toEqual([]);
  });
});

describe('what is never masked', () => {
  it('is refused whom all is shown masked, whatever the row', async () => {
    const { errors } = await ask('{ people(ids: ["stranger", "own"]) { sex } }', AUDIT);
    expect(errors).toEqual([forbidden('Person.sex', ['people', 0, 'sex'], 2)]);
  });
});

describe('a stranger', () => {
  it('is as empty as nobody, without an error, and nothing is read of it', async () => {
    RESOLVED.length = 0;
    const { data, errors, disclosed } = await ask(all('["stranger", "nobody"]'), PLACEMENT);
    const empty = { name: null, born: null, sex: null, contact: null, places: [], steps: [] };
    expect(data).toEqual({
      people: [
        { id: 'stranger', ...empty },
        { id: 'nobody', ...empty },
      ],
    });
    expect(errors).toEqual([]);
    expect(disclosed).toEqual([]);
    expect(RESOLVED).toEqual([]);
  });
});

describe('rows under a grant', () => {
  it('show what it names, also below, and nothing else', async () => {
    const { data, errors, disclosed } = await ask(
      '{ people(ids: ["shared"]) { name contact { phone mail } steps { stage since } } }',
      TRAINING,
    );
    expect(data).toEqual({
      people: [
        {
          name: null,
          contact: { phone: '+62 812 3456 7890', mail: null },
          steps: [{ stage: 'TRAINED', since: null }],
        },
      ],
    });
    expect(errors).toEqual(
      expect.arrayContaining([
        forbidden('Person.name', ['people', 0, 'name']),
        forbidden('Contact.mail', ['people', 0, 'contact', 'mail']),
        forbidden('Step.since', ['people', 0, 'steps', 0, 'since']),
      ]),
    );
    expect(errors).toHaveLength(3);
    const by = { person: 'shared', grant: { id: 'grant', version: 2, agreement: 'D1' }, masked: false };
    expect(disclosed).toContainEqual({ type: 'Contact', field: 'phone', ...by });
    expect(disclosed).toHaveLength(4);
  });

  it('keep apart whom a value is about that several have in common', async () => {
    const both = await ask('{ people(ids: ["own", "shared", "stranger"]) { contact { phone mail } } }', {
      as: identity({ organization: 'centre', office: 'office', roles: ['ADMISSIONS'] }),
      for: 'TRAINING',
    });
    expect(both.data).toEqual({
      people: [
        { contact: { phone: '+62 812 3456 7890', mail: 'sari@example.id' } },
        { contact: { phone: '+62 812 3456 7890', mail: null } },
        { contact: null },
      ],
    });
    expect(both.errors).toEqual([forbidden('Contact.mail', ['people', 1, 'contact', 'mail'])]);
    const mails = both.disclosed.filter(({ field }) => field === 'mail').map((told) => told.person);
    expect(mails).toEqual(['own']);
  });
});

describe('rows of a page', () => {
  it('are about whomever the page is of', async () => {
    const { data, errors, disclosed } = await ask(
      '{ people(ids: ["own", "stranger"]) { offers { edges { node { fit } } nodes { fit } } } }',
      PLACEMENT,
    );
    const offers = { edges: [{ node: { fit: 3 } }], nodes: [{ fit: 3 }] };
    expect(data).toEqual({ people: [{ offers }, { offers: null }] });
    expect(errors).toEqual([]);
    expect(disclosed.map(({ field, person: whom }) => [field, whom])).toEqual([
      ['offers', 'own'],
      ['fit', 'own'],
      ['fit', 'own'],
    ]);
  });
});

describe('rows that are shown masked', () => {
  it('have the form that their marks name, and are on the record as masked', async () => {
    const { data, errors, disclosed } = await ask(all('["own"]'), AUDIT);
    expect(data).toEqual({
      people: [
        {
          ...{ id: 'own', name: 'S. D. L.', born: '1999-01-01', sex: null },
          contact: { phone: '****7890', mail: null },
          places: [{ code: '36.73', name: null }],
          steps: null,
        },
      ],
    });
    expect(errors).toEqual([forbidden('Person.sex', ['people', 0, 'sex'])]);
    expect(disclosed.every(({ masked }) => masked)).toBe(true);
    expect(disclosed.map(({ field }) => field).sort()).toEqual([
      'born',
      'contact',
      'name',
      'phone',
      'places',
    ]);
  });
});

describe('rows that are shown for what they are', () => {
  it('open by that alone; of whom nobody knows nothing is shown', async () => {
    const { data, errors, disclosed } = await ask('{ candidates { id city { code } until } }', PLACEMENT);
    expect(data).toEqual({
      candidates: [
        { id: 'c', city: { code: '36.73' }, until: '2027-01-31' },
        { id: 'd', city: null, until: null },
      ],
    });
    expect(errors).toEqual([]);
    expect(disclosed).toEqual([
      { type: 'MatchCandidate', field: 'city', person: 'stranger', grant: null, masked: true },
      { type: 'MatchCandidate', field: 'until', person: 'stranger', grant: null, masked: false },
    ]);
    const elsewhere = await ask('{ candidates { until } }', { ...PLACEMENT, for: 'TRAINING' });
    expect(elsewhere.errors).toEqual([forbidden('MatchCandidate.until', ['candidates', 0, 'until'], 2)]);
  });
});

describe('a record about two people', () => {
  it('is open to whoever may know of either, and on the record of both', async () => {
    const { data, disclosed } = await ask('{ pair { likeness } }', PLACEMENT);
    expect(data).toEqual({ pair: { likeness: 0.9 } });
    expect(disclosed.map((told) => told.person)).toEqual(['own', 'stranger']);
  });
});

describe('a personal filter', () => {
  const refusal = (coordinate: string) => [forbidden(coordinate, ['people'])];

  it.each<[string, string, Record<string, unknown>, string]>([
    ['given', '{ people(filter: { region: "36" }) { id } }', {}, 'PersonFilter.region'],
    [
      'within another',
      '{ people(filter: { any: [{ page: 1 }, { region: "36" }] }) { id } }',
      {},
      'PersonFilter.region',
    ],
    [
      'in a variable',
      'query ($f: PersonFilter) { people(filter: $f) { id } }',
      { f: { region: '36' } },
      'PersonFilter.region',
    ],
    ['by itself an argument', '{ people(name: "Sari") { id } }', {}, 'Query.people(name:)'],
  ])(
    '%s is refused where not every row would show what it is over',
    async (_, source, variables, coordinate) => {
      const refused = await ask(source, TRAINING, variables);
      expect(refused.data).toEqual({ people: null });
      expect(refused.errors).toEqual(refusal(coordinate));
      expect((await ask(source, PLACEMENT, variables)).errors).toEqual([]);
    },
  );

  it('that is null, or not personal, is none', async () => {
    const source = '{ people(filter: { region: null, page: 2 }, name: null) { id } }';
    expect((await ask(source, { ...TRAINING, for: null })).errors).toEqual([]);
  });

  it('needs a purpose', async () => {
    const { errors } = await ask('{ people(filter: { stage: "X" }) { id } }', { ...PLACEMENT, for: null });
    expect(errors).toMatchObject([
      { code: 'PURPOSE_REQUIRED', coordinate: 'PersonFilter.stage', path: ['people'] },
    ]);
  });
});
