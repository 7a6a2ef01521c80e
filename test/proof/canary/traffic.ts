import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { Kind, type VariableDefinitionNode, parse, print } from 'graphql';
import type { TestAgency } from '../../testkit/agency';
import type { House } from '../../testkit/house';
import type { Captured } from './wires';

const QUESTIONS = path.join(HOUSE_ROOT, 'test/journeys/questions');

/** A person and the canary that is this person's. */
export interface Planted {
  readonly id: string;
  readonly nik: string;
}

/** What came back, by kind of traffic: that a proof asked nothing must not look like one that found nothing. */
export interface Tally {
  readonly [kind: string]: number;
}

/** What is sent: as a rule one operation. */
interface Operation {
  readonly query?: string;
  readonly documentId?: string;
  readonly variables?: object;
  readonly operationName?: string;
}

/** Of the numbers in wrong places, those that are also sent to each agency past the gateway, with its word and without. */
const STRAIGHT_TO_AGENCIES = 25;

/** Who may compare numbers of people at their offices, and have these told. */
const HEADS = ['head', 'head-cilegon'] as const;

const VERIFY = `mutation ($input: VerifyNikInput!) { verifyNik(input: $input) { __typename
  ... on NikVerification { matched verifiedAt } ... on Outcome { code message path nextStep } } }`;
const REVEAL = `mutation ($input: RevealNikInput!) { revealNik(input: $input) { __typename
  ... on RevealedNik { nik revealedAt } ... on Outcome { code message } } }`;
const POST = `mutation ($input: PostVacancyInput!) { postVacancy(input: $input) { __typename } }`;

/** Sends what clients send, and what clients should not, through every door of a house; keeps every answer. */
export class Traffic {
  readonly captured: Captured[] = [];
  private readonly counted: Record<string, number> = {};
  private login: (typeof HEADS)[number] = HEADS[0];

  constructor(
    private readonly house: House,
    private readonly planted: readonly Planted[],
  ) {}

  /** Runs everything; so many of the numbers are put in every wrong place. */
  async run(misplaced: number): Promise<Tally> {
    await this.questions();
    for (const head of HEADS) {
      this.login = head;
      await this.pages();
      await this.comparisons();
      await this.reveals();
    }
    for (const [index, { nik }] of this.planted.slice(0, misplaced).entries())
      await this.misplaced(nik, index < STRAIGHT_TO_AGENCIES);
    return this.counted;
  }

  private async questions(): Promise<void> {
    const [first] = this.planted;
    for (const [index, file] of readdirSync(QUESTIONS).entries()) {
      const query = readFileSync(path.join(QUESTIONS, file), 'utf8');
      const [definition] = parse(query).definitions;
      const declared =
        definition?.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [];
      const nik = this.planted[index % this.planted.length]?.nik ?? '';
      await this.send('questions', { query, variables: valuesFor(declared, first?.id) });
      for (const { variable } of declared)
        await this.send('questions with a number', { query, variables: { [variable.name.value]: nik } });
    }
  }

  private async pages(): Promise<void> {
    let after: unknown = null;
    do {
      const answer = await this.send('pages of people', {
        query: `query ($after: String) { people(first: 100, after: $after) {
          nodes { id name birthDate nikMasked contact { phone email } domicile { address } }
          pageInfo { endCursor hasNextPage } } }`,
        variables: { after },
      });
      const page = (
        JSON.parse(answer) as { data: { people: { pageInfo: { endCursor: string; hasNextPage: boolean } } } }
      ).data.people.pageInfo;
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
  }

  /** Right and wrong in turn, each repeated under its key and once with another number; limits are met on the way. */
  private async comparisons(): Promise<void> {
    for (const [index, { id, nik }] of this.planted.entries()) {
      const other = this.planted[(index + 1) % this.planted.length]?.nik ?? '';
      const input = { idempotencyKey: randomUUID(), person: id, nik: index % 2 === 0 ? nik : other };
      const answer = await this.send('comparisons', { query: VERIFY, variables: { input } });
      if (answer.includes('"NikVerification"')) this.count('comparisons that were made');
      await this.send('comparisons again', { query: VERIFY, variables: { input } });
      await this.send('comparisons in conflict', {
        query: VERIFY,
        variables: { input: { ...input, nik: other.replace(/.$/, '0') } },
      });
      if (index % 25 === 24)
        await this.house.agencies['labor-office'].sql(
          "UPDATE identity.nik_check SET counted_at = counted_at - interval '2 hours'",
        );
    }
  }

  private async reveals(): Promise<void> {
    for (const { id, nik } of this.planted.slice(0, 10)) {
      const input = { idempotencyKey: randomUUID(), person: id, reason: 'Kartu identitas hilang' };
      const answer = await this.post('/graphql', JSON.stringify({ query: REVEAL, variables: { input } }));
      if (answer.includes(nik)) this.count('numbers told to a head');
    }
  }

  /** One number in every place where it has no business. */
  private async misplaced(nik: string, straight: boolean): Promise<void> {
    const input = { idempotencyKey: randomUUID(), person: nik, nik };
    const wrong: readonly Operation[] = [
      { query: 'query ($id: ID!) { person(id: $id) { id } }', variables: { id: nik } },
      { query: 'query ($id: ID!) { person(id: $id) { id } }', variables: { id: { deep: nik } } },
      { query: 'query ($n: Int) { people(first: $n) { nodes { id } } }', variables: { n: Number(nik) } },
      { query: '{ __typename }', variables: { stray: nik } },
      { documentId: nik },
      { query: `{ person(id: "${nik}") { id } }` },
      { query: `{ people(first: ${nik}) { nodes { id } } }` },
      { query: `{ a${nik}: __typename }` },
      { query: `{ person(id: "${nik}" { id }` },
      { query: `{ shoe${nik} }` },
      { query: 'query a { __typename } query b { __typename }', operationName: nik },
      { query: VERIFY, variables: { input } },
      { query: VERIFY, variables: { input: { ...input, person: randomUUID(), nik: ` ${nik}` } } },
      { query: VERIFY, variables: { input: { ...input, nik: Number(nik) } } },
      { query: VERIFY.replace('$input)', `{ idempotencyKey: "k", person: "p", nik: "${nik}" })`) },
      {
        query: POST,
        variables: { input: { idempotencyKey: nik, title: nik, employer: nik, openings: nik } },
      },
    ];
    for (const body of wrong) await this.send('misplaced', body);
    await this.post(`/graphql/${nik}`, '{}');
    await this.post('/graphql', `{"query": "{ __typename }", "variables": ${nik}`);
    await this.post('/graphql', JSON.stringify(nik));
    await this.post('/graphql', '{"query":"{ __typename }"}', { 'x-purpose': nik, 'x-request-id': nik });
    await this.post('/graphql', '{"query":"{ __typename }"}', { 'content-type': nik, accept: nik });
    await this.post('/graphql', '{"query":"{ __typename }"}', { authorization: `Bearer ${nik}` });
    await this.get(`/graphql?query=${encodeURIComponent(`{ person(id: "${nik}") { id } }`)}`);
    await this.get(`/${nik}?nik=${nik}`);
    // An agency answers under the names that its one caller, the gateway, gives; so names are for the gateway to refuse.
    const direct = straight ? wrong.slice(0, 10).filter(({ query }) => !query?.includes(`a${nik}`)) : [];
    for (const agency of Object.values(this.house.agencies))
      for (const operation of direct) await this.pastTheGateway(agency, operation);
    this.count('numbers in every wrong place');
  }

  /** An operation that an agency gets with the gateway's word, and once more from somebody who has none. */
  private async pastTheGateway(agency: TestAgency, operation: Operation): Promise<void> {
    const body = JSON.stringify(operation);
    for (const credentials of [{ authorization: agency.authorize(body) }, {}])
      await this.keep(await fetch(`${agency.origin}/graphql`, sending(body, credentials)), true);
  }

  private async send(kind: string, body: object): Promise<string> {
    const answer = await this.post('/graphql', JSON.stringify(body), { 'x-request-id': randomUUID() });
    this.captured.push({ place: `answer to ${kind}`, text: answer });
    this.count(kind);
    return answer;
  }

  /** Answers with what was sent back, headers included; what is not a reveal is kept. */
  private async post(where: string, body: string, headers: Record<string, string> = {}): Promise<string> {
    const sent = sending(body, { ...(await this.credentials()), ...headers });
    return this.keep(await fetch(this.house.origin + where, sent), !body.includes('revealNik'));
  }

  private async get(where: string): Promise<string> {
    const headers = { accept: 'application/json', ...(await this.credentials()) };
    return this.keep(await fetch(this.house.origin + where, { headers }), true);
  }

  private async credentials(): Promise<Record<string, string>> {
    const authorization = `Bearer ${await this.house.issuer.tokenFor(this.login)}`;
    return { authorization, 'x-purpose': 'PLACEMENT' };
  }

  private async keep(reply: Response, isKept: boolean): Promise<string> {
    const text = await reply.text();
    // What has to wait at the edge gets nowhere, and would be found nowhere.
    if (reply.status === 429) throw new Error('The traffic is more than the edge lets through.');
    if (isKept) this.captured.push({ place: 'answer', text: JSON.stringify([...reply.headers]) + text });
    return text;
  }

  private count(kind: string): void {
    this.counted[kind] = (this.counted[kind] ?? 0) + 1;
  }
}

function sending(body: string, headers: Readonly<Record<string, string>>): RequestInit {
  const typed = { 'content-type': 'application/json', accept: 'application/json', ...headers };
  return { method: 'POST', headers: typed, body };
}

/** Something for every variable that a question needs. */
function valuesFor(declared: readonly VariableDefinitionNode[], id: string | undefined): object {
  const needed = declared.filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  return Object.fromEntries(
    needed.map(({ variable, type }) => [variable.name.value, print(type) === 'ID!' ? id : '2026-06-15']),
  );
}
