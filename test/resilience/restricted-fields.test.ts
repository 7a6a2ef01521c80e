import { Federation, START_WITHIN_MS } from './fixture/federation';
import type { Reply } from './fixture/gateway-process';
import { REGISTRY } from './fixture/registry';

function refusalsOf({ body }: Reply): unknown[] {
  return (body.errors ?? []).map(({ message, path, extensions }) => {
    const [coordinate] = message.split(' ');
    return [coordinate, path?.join('.'), extensions['code'], extensions['count']];
  });
}

describe('fields that only callers with an identity may read', () => {
  let federation: Federation;

  beforeAll(async () => {
    federation = await Federation.start(REGISTRY);
  }, START_WITHIN_MS);
  beforeEach(() => {
    federation.behaveWell();
  });
  afterAll(() => federation.stop());

  const sent = (name: string) =>
    federation
      .subgraph(name)
      .received.map(({ body }) => body.query)
      .join('\n');

  it('are null with one error per coordinate, and everything else is there', async () => {
    const reply = await federation.gateway.ask(
      '{ citizens { name number salary: income visits doctor } audits }',
    );
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual({
      citizens: [
        { name: 'Sari', number: null, salary: null, visits: null, doctor: 'dr c1' },
        { name: 'Umar', number: null, salary: null, visits: null, doctor: 'dr c2' },
      ],
      audits: null,
    });
    expect(refusalsOf(reply)).toEqual([
      ['Citizen.number', 'citizens.0.number', 'UNAUTHENTICATED', 2],
      ['Citizen.income', 'citizens.0.salary', 'UNAUTHENTICATED', 2],
      ['Citizen.visits', 'citizens.0.visits', 'UNAUTHENTICATED', 2],
      ['Query.audits', 'audits', 'UNAUTHENTICATED', 1],
    ]);
  });

  it('are not asked for', async () => {
    await federation.gateway.ask('{ citizens { number visits } audits }');
    expect(sent('registry')).toContain('citizens');
    expect(sent('registry')).not.toMatch(/number|audits/);
    expect(sent('clinic')).toBe('');
    const change = 'mutation ($id: ID!) { remove(id: $id) rename(id: "c1", name: "Sari") { name } }';
    const { body } = await federation.gateway.ask(change, { id: 'c1' });
    expect(body.data).toEqual({ remove: null, rename: { name: 'Sari' } });
    expect(sent('registry')).not.toContain('remove');
  });

  it('take with them what cannot be without them', async () => {
    const reply = await federation.gateway.ask('{ citizen(id: "c1") { name address } papers { id } }');
    expect(reply.body.data).toEqual({ citizen: null, papers: [{ id: 'k1' }, { id: 'v1' }] });
    expect(refusalsOf(reply)).toEqual([['Citizen.address', 'citizen.address', 'UNAUTHENTICATED', 1]]);
    const all = await federation.gateway.ask('{ citizens { address } }');
    expect(all.body.data).toEqual({ citizens: null });
  });

  it.each([
    ['a type', '{ citizen(id: "c1") { name dossier { pages } } }', 'dossier', 'Citizen.dossier'],
    ['an enum', '{ citizen(id: "c1") { name secrecy } }', 'secrecy', 'Citizen.secrecy'],
    ['a scalar', '{ citizen(id: "c1") { name token } }', 'token', 'Citizen.token'],
  ])('are those of %s, too', async (_name, query, field, coordinate) => {
    const reply = await federation.gateway.ask(query);
    expect(reply.body.data).toEqual({ citizen: { name: 'Sari', [field]: null } });
    expect(refusalsOf(reply)).toEqual([[coordinate, `citizen.${field}`, 'UNAUTHENTICATED', 1]]);
  });

  it('cannot be read through an interface or a union', async () => {
    const through = await federation.gateway.ask('{ papers { id note } }');
    expect(through.body.data).toEqual({
      papers: [
        { id: 'k1', note: null },
        { id: 'v1', note: null },
      ],
    });
    expect(refusalsOf(through)).toEqual([['Paper.note', 'papers.0.note', 'UNAUTHENTICATED', 2]]);

    const named = await federation.gateway.ask(
      '{ papers { ... on Card { note printed } ... on Verdict { note } } }',
    );
    expect(named.body.data).toEqual({ papers: [{ note: 'blue', printed: 3 }, { note: null }] });
    expect(refusalsOf(named)).toEqual([['Verdict.note', 'papers.1.note', 'UNAUTHENTICATED', 1]]);

    const both = await federation.gateway.ask('{ papers { note ... on Card { note } } }');
    expect(both.body.data).toEqual({ papers: [{ note: 'blue' }, { note: null }] });

    const united = await federation.gateway.ask(
      '{ found { ... on Card { note } ... on Citizen { name number } ... on Dossier { pages } } }',
    );
    expect(united.body.data).toEqual({ found: null });
    expect(refusalsOf(united)).toEqual([
      ['Citizen.number', 'found.1.number', 'UNAUTHENTICATED', 1],
      ['Dossier.pages', 'found.2.pages', 'UNAUTHENTICATED', 1],
    ]);
  });

  it('are found in fragments, under aliases and directives', async () => {
    const reply = await federation.gateway.ask(
      `query ($with: Boolean!) {
        citizens { ...C ... @include(if: $with) { toString: income } cards { __typename } }
      }
      fragment C on Citizen { constructor: number kept: name income @skip(if: true) }`,
      { with: true },
    );
    const rows = { toString: null, constructor: null, cards: [{ __typename: 'Card' }] };
    expect(reply.body.data).toEqual({
      citizens: [
        { kept: 'Sari', ...rows },
        { kept: 'Umar', ...rows },
      ],
    });
    expect(refusalsOf(reply)).toEqual([
      ['Citizen.number', 'citizens.0.constructor', 'UNAUTHENTICATED', 2],
      ['Citizen.income', 'citizens.0.toString', 'UNAUTHENTICATED', 2],
    ]);
  });

  it('cost no error where they are skipped or where there is no row', async () => {
    const skipped = await federation.gateway.ask('{ citizens { name number @skip(if: true) } }');
    expect(skipped.body).toEqual({ data: { citizens: [{ name: 'Sari' }, { name: 'Umar' }] } });
    const none = await federation.gateway.ask('{ citizen(id: "none") { number } __schema { __typename } }');
    expect(none.body).toEqual({ data: { citizen: null, __schema: { __typename: '__Schema' } } });
  });

  it('are withheld from the right operation of several', async () => {
    const body = JSON.stringify({
      query: 'query A { audits } query B { citizen(id: "c2") { name number } }',
      operationName: 'B',
    });
    const reply = await federation.gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(reply.body.data).toEqual({ citizen: { name: 'Umar', number: null } });
  });

  it('stay apart from the errors of agencies', async () => {
    federation.subgraph('clinic').misbehave((response) => response.destroy());
    const reply = await federation.gateway.ask('{ citizens { doctor visits } }');
    expect(refusalsOf(reply).map((refusal) => (refusal as unknown[]).slice(1))).toEqual([
      ['citizens.0.doctor', 'SUBGRAPH_UNAVAILABLE', 2],
      ['citizens.0.visits', 'UNAUTHENTICATED', 2],
    ]);
  });
});
