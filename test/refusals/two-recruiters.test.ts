import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import {
  type GraphQLObjectType,
  buildSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { type Reply, ask } from '../testkit/agency';
import { claimsOfLogin } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { claimsOf, sign } from '../testkit/issuer';

const schema = buildSchema(readFileSync(path.join(HOUSE_ROOT, 'schema/api.graphql'), 'utf8'));
const UNITS = ['U.LAS', 'U.PIPA'];
const OWN = claimsOfLogin('recruiter').employer;

/** A recruiter with one vacancy. */
interface Recruiter {
  readonly employer: string | null;
  readonly vacancy: string;
}

let house: House;
let people: string[];
let recruiters: [Recruiter, Recruiter];
beforeAll(async () => {
  house = await openHouse(1);
  people = await certifyTen();
  recruiters = [await vacancyOf('employer_id = $1'), await vacancyOf('employer_id <> $1')];
});
afterAll(() => house.close());

/** Ten people with the same units, from one district, certified until a different day each. */
async function certifyTen(): Promise<string[]> {
  const center = house.agencies['training-center'];
  await center.sql(
    `INSERT INTO competency_unit VALUES ($1, 'Mengelas pelat', 'demo'), ($2, 'Mengelas pipa baja', 'demo')`,
    UNITS,
  );
  const made = Array.from({ length: 10 }, () => randomUUID());
  for (const [index, person] of made.entries()) {
    const [id, until] = [randomUUID(), `2027-03-${String(11 + index)}`];
    await center.sql(
      `INSERT INTO certificate (person_id, id, number, scheme, units, issued_on, valid_until, demo)
       VALUES ($1, $2, $2::uuid::text, 'Juru las', $3, '2024-03-01', $4, true)`,
      [person, id, UNITS, until],
    );
    await center.sql('INSERT INTO certificate_unit SELECT $1, $2, unnest($3::text[]), $4', [
      person,
      id,
      UNITS,
      until,
    ]);
    await center.sql(
      `INSERT INTO graduate_echo (person_id, district_code, as_of, demo) VALUES ($1, '36.73.01', '2026-06-15', true)`,
      [person],
    );
  }
  return made;
}

/** An open vacancy of an employer, which now wants those units, in the city where the ten live. */
async function vacancyOf(employer: string): Promise<Recruiter> {
  const [found] = await house.agencies.employers.sql<Recruiter>(
    `SELECT id AS vacancy, employer_id AS employer FROM vacancy WHERE ${employer} AND status = 'OPEN' ORDER BY id LIMIT 1`,
    [OWN],
  );
  if (!found) throw new Error('There is no such vacancy in the demonstration.');
  const center = house.agencies['training-center'];
  await center.sql(`UPDATE vacancy_echo SET work_region_code = '36.73.02' WHERE vacancy_id = $1`, [
    found.vacancy,
  ]);
  await center.sql('DELETE FROM vacancy_echo_unit WHERE vacancy_id = $1', [found.vacancy]);
  await center.sql('INSERT INTO vacancy_echo_unit SELECT $1, unnest($2::text[])', [
    found.vacancy,
    [...UNITS, 'U.LAIN'],
  ]);
  return found;
}

/** All that a recruiter can ask of a type without arguments, and of what that leads to. */
function everythingOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap(({ name, type: given, args }) => {
    const target = getNamedType(given);
    if (args.length > 0) return [];
    if (isLeafType(target)) return [name];
    return isObjectType(target) && depth > 0 ? [`${name} { ${everythingOf(target, depth - 1)} }`] : [];
  });
  return ['__typename', ...fields].join(' ');
}

function typeNamed(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
  return type;
}

const SHOWN = `query ($vacancy: ID!, $after: String) { vacancy(id: $vacancy) { matchingCandidates(first: 6, after: $after) {
  ${everythingOf(typeNamed('MatchCandidateConnection'), 0)}
  edges { cursor node { ${everythingOf(typeNamed('MatchCandidate'), 1)} } }
  nodes { id }
  pageInfo { ${everythingOf(typeNamed('PageInfo'), 0)} } } } }`;

interface Candidates {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** What a recruiter is shown of the candidates for a vacancy, each time with a token of its own. */
async function shown({ employer }: Recruiter, vacancy: string, after: string | null): Promise<Reply> {
  const claims = claimsOf('recruiter', house.issuer.trust.issuer, Math.floor(Date.now() / 1000));
  const token = await sign({ ...claims, sub: `recruiter-${String(employer)}`, employer }, house.issuer.key);
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': 'PLACEMENT' };
  return ask(house.origin, SHOWN, { vacancy, after }, headers);
}

/** All pages of the candidates for a recruiter's own vacancy. */
async function pagesFor(recruiter: Recruiter): Promise<Reply[]> {
  const pages: Reply[] = [];
  for (let after: string | null = null; ;) {
    const page = await shown(recruiter, recruiter.vacancy, after);
    pages.push(page);
    const { hasNextPage, endCursor } = candidatesIn(page).pageInfo;
    if (!hasNextPage) return pages;
    after = endCursor;
  }
}

function candidatesIn({ data }: Reply): Candidates {
  return (data?.['vacancy'] as { matchingCandidates: Candidates }).matchingCandidates;
}

function idsIn(pages: readonly Reply[]): string[] {
  return pages.flatMap((page) => candidatesIn(page).edges.map(({ node }) => node.id));
}

/** Whom the candidates of a vacancy are, in the order of their ids in an answer. */
async function peopleBehind(ids: readonly string[], { vacancy }: Recruiter): Promise<(string | undefined)[]> {
  const rows = await house.agencies['training-center'].sql<{ id: string; person: string }>(
    'SELECT match_id(salt, $1, person) AS id, person FROM match_salt, unnest($2::uuid[]) AS person',
    [vacancy, people],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.person);
}

/** Code-list values: what the lists of the graph hold, and the names of its types and values. */
async function vocabulary(): Promise<ReadonlySet<string>> {
  const rows = await Promise.all([
    house.agencies['training-center'].sql<{ word: string }>(
      'SELECT unnest(ARRAY[code, title, version]) AS word FROM competency_unit',
    ),
    house.agencies.province.sql<{ word: string }>(
      'SELECT unnest(ARRAY[code, name, bps_code]) AS word FROM region',
    ),
  ]);
  const types = Object.values(schema.getTypeMap());
  const values = types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
  return new Set([...rows.flat().map(({ word }) => word), ...types.map(({ name }) => name), ...values]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const LENGTH = 8;

/** Every piece of eight characters of the strings of an answer that stand in no code list. */
function pieces(pages: readonly Reply[], known: ReadonlySet<string>): ReadonlySet<string> {
  const telling = stringsIn(pages.map(({ data }) => data)).filter((text) => !known.has(text));
  return new Set(
    telling.flatMap((text) =>
      Array.from({ length: Math.max(0, text.length - LENGTH + 1) }, (_, at) => text.slice(at, at + LENGTH)),
    ),
  );
}

it('shows two recruiters the same ten people, and no string of eight characters by which they could tell', async () => {
  const [one, other] = recruiters;
  const [mine, theirs] = [await pagesFor(one), await pagesFor(other)];
  expect([mine.length, theirs.length]).toEqual([2, 2]);
  expect(new Set(await peopleBehind(idsIn(mine), one))).toEqual(new Set(people));
  expect(new Set(await peopleBehind(idsIn(theirs), other))).toEqual(new Set(people));

  const known = await vocabulary();
  const found = pieces(theirs, known);
  expect(found.size).toBeGreaterThan(10 * 28);
  expect([...pieces(mine, known)].filter((piece) => found.has(piece))).toEqual([]);
});

it('shows them in no common order, and tells neither until when they are certified', async () => {
  const [one, other] = recruiters;
  const [mine, theirs] = [await pagesFor(one), await pagesFor(other)];
  expect(await peopleBehind(idsIn(mine), one)).not.toEqual(await peopleBehind(idsIn(theirs), other));
  for (const page of [...mine, ...theirs])
    expect(page.errors?.map(({ extensions }) => [extensions.code, extensions['coordinate']])).toEqual([
      ['FORBIDDEN_FIELD', 'MatchCandidate.certifiedUntil'],
    ]);
});
