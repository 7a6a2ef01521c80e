import {
  AUDIT,
  type Asked,
  PLACEMENT,
  TRAINING,
  ask as askPlainly,
  requestOf,
} from '../../testing/guarded-people';

const ask = (source: string, asked: Asked) => askPlainly(source, { ...asked, explains: true });

const own = { outcome: 'ALLOWED', agency: 'labor-office', basis: 'OWN', purpose: 'PLACEMENT' };
const shared = {
  ...{ outcome: 'ALLOWED', agency: 'labor-office', basis: 'GRANT', purpose: 'TRAINING' },
  grant: {
    ...{ id: 'grant', version: 2, agreement: 'D1', clause: '4' },
    ...{ legalBasis: 'PUBLIC_TASK', validTo: null },
  },
};

it('says of each field once by what it is shown, however many rows there are', async () => {
  const { access } = await ask(
    '{ people(ids: ["own", "mine", "own"]) { id name steps { stage } } }',
    PLACEMENT,
  );
  expect(access).toEqual(
    ['Person.name', 'Person.steps', 'Step.stage'].map((coordinate) => ({ coordinate, ...own })),
  );
});

it('tells the grant that opens a field, with its clause and its end', async () => {
  const { access } = await ask('{ people(ids: ["shared"]) { steps { stage } } }', TRAINING);
  expect(access).toEqual(['Person.steps', 'Step.stage'].map((coordinate) => ({ coordinate, ...shared })));
});

it('tells a relation that shows a row for what it is', async () => {
  const { access } = await ask('{ candidates { city { code } until } }', PLACEMENT);
  expect(access).toMatchObject([
    { coordinate: 'MatchCandidate.city', outcome: 'MASKED', basis: 'CANDIDATE' },
    { coordinate: 'MatchCandidate.until', outcome: 'ALLOWED', basis: 'CANDIDATE' },
  ]);
});

it('says what is masked, and what is hidden, whoever the rows are about', async () => {
  const masked = (coordinate: string) => ({
    ...{ coordinate, outcome: 'MASKED', agency: 'labor-office', basis: 'OWN', purpose: 'AUDIT' },
  });
  const { access } = await ask('{ people(ids: ["own"]) { name steps { since } } }', AUDIT);
  expect(access).toEqual([masked('Person.name'), masked('Person.steps')]);
  const none = await ask('{ people(ids: ["stranger"]) { name steps { since } } }', AUDIT);
  expect(none.access).toEqual([masked('Person.steps')]);
});

it('says nothing of what is null without an error: there is nothing, or nobody', async () => {
  const BENEFIT: Asked = { ...PLACEMENT, for: 'BENEFIT' };
  const nothing = await ask('{ people(ids: ["mine"]) { loan } }', BENEFIT);
  const nobody = await ask('{ people(ids: ["stranger"]) { loan } }', BENEFIT);
  expect(nothing).toMatchObject({ data: { people: [{ loan: null }] }, disclosed: [{ person: 'mine' }] });
  expect(nobody).toMatchObject({ data: { people: [{ loan: null }] }, disclosed: [] });
  expect([nothing.access, nobody.access]).toEqual([[], []]);
});

it('says of a field that some rows show and others refuse both, as the answer does', async () => {
  const both: Asked = { ...TRAINING, as: { ...TRAINING.as, office: 'office' } };
  const { data, errors, access } = await ask('{ people(ids: ["own", "shared"]) { name } }', both);
  expect(data).toEqual({ people: [{ name: 'Sari Dewi Lestari' }, { name: null }] });
  expect(errors).toMatchObject([{ code: 'FORBIDDEN_FIELD', coordinate: 'Person.name' }]);
  expect(access).toMatchObject([
    { coordinate: 'Person.name', outcome: 'ALLOWED', basis: 'OWN' },
    { coordinate: 'Person.name', outcome: 'DENIED', basis: null, code: 'FORBIDDEN_FIELD' },
  ]);
});

it('names a filter that is refused as its error does', async () => {
  const { errors, access } = await ask('{ people(filter: { region: "36" }) { id } }', TRAINING);
  expect(errors).toMatchObject([{ coordinate: 'PersonFilter.region' }]);
  expect(access).toMatchObject([
    { coordinate: 'PersonFilter.region', outcome: 'DENIED', code: 'FORBIDDEN_FIELD' },
  ]);
});

it('says which purposes there are to whoever gives none', async () => {
  const { access } = await ask('{ people { name loan } }', { ...PLACEMENT, for: null });
  expect(access).toMatchObject([
    { coordinate: 'Person.loan', purpose: null, code: 'PURPOSE_REQUIRED', needed: { purposes: ['BENEFIT'] } },
    { coordinate: 'Person.name', needed: { purposes: ['PLACEMENT', 'TRAINING', 'BENEFIT'] } },
  ]);
});

describe('without a record', () => {
  const unavailable = (coordinate: string) => ({
    ...{ coordinate, outcome: 'DENIED', agency: 'labor-office', basis: null, purpose: 'PLACEMENT' },
    code: 'AUDIT_UNAVAILABLE',
  });

  it('a field is denied, and asking again later is all that helps', async () => {
    const request = requestOf({ ...PLACEMENT, explains: true });
    request.disclosures.closed = true;
    const { access } = await askPlainly('{ people { name loan } }', request);
    // That there are people is as little told as what they are called.
    expect(access).toEqual([unavailable('Query.people')]);
  });

  it('the outcome of a change is denied after all, and what was denied before stays so', async () => {
    const request = requestOf({ ...PLACEMENT, explains: true });
    await askPlainly('{ people { name loan } }', request);
    request.explanation.withhold();
    expect(request.explanation.list()).toMatchObject([
      { coordinate: 'Person.loan', outcome: 'DENIED', code: 'FORBIDDEN_FIELD' },
      unavailable('Person.name'),
    ]);
  });
});

it('says nothing unless it is asked', async () => {
  const { data, access } = await askPlainly('{ people { name loan } }', PLACEMENT);
  expect([data['people'], access]).toEqual([[{ name: 'Sari Dewi Lestari', loan: null }], []]);
});
