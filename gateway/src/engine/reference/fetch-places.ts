import type { Path } from '../../responses/answer-error';
import type { AnswerShape } from '../../subgraph/answer-shape';

type JsonObject = Readonly<Record<string, unknown>>;

/** One fetch of a query plan: whom it asks, where in the answer, and for what. */
export interface Fetch {
  readonly agency: string;
  /** Path into the answer; `@` stands for every element of a list. */
  readonly path: Path;
  readonly shape: AnswerShape;
  /** The entities it asks for; null for a fetch of root fields. */
  readonly representations: readonly JsonObject[] | null;
}

interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Where in the answer the results of a fetch go: one place per entity, or the places of its root fields' parents. */
export function placesOf(fetch: Fetch, answer: JsonObject): readonly Path[] {
  const places = placesAt({ path: [], value: answer }, fetch.path);
  const { representations } = fetch;
  if (representations === null || representations.length === places.length)
    return places.map(({ path }) => path);
  return matched(representations, places).map(({ path }) => path);
}

/** The response names of the fields that a fetch brings to its places, those of the first place first. */
export function fieldsOf({ shape, representations }: Fetch): readonly string[] {
  const { entities, root, rootType } = shape;
  const types = new Set(representations?.map(({ __typename: name }) => name));
  const fields = entities
    ? [...types].flatMap((name) => entities.fieldsOf(typeof name === 'string' ? name : null))
    : root.fieldsOf(rootType);
  return [...new Set(fields.map(({ key }) => key))].filter((key) => key !== '__typename');
}

function placesAt(place: Place, path: Path): Place[] {
  const [head, ...rest] = path;
  if (place.value === null || place.value === undefined) return [];
  if (head === undefined) return [place];
  if (Array.isArray(place.value)) {
    const below = head === '@' ? rest : path;
    return place.value.flatMap((value: unknown, index) =>
      placesAt({ path: [...place.path, index], value }, below),
    );
  }
  if (!isObject(place.value) || !Object.hasOwn(place.value, head)) return [];
  return placesAt({ path: [...place.path, head], value: place.value[head] }, rest);
}

/**
 * The engine leaves out entities of other types and entities whose keys are missing, and keeps the order of the rest;
 * so the place of each representation is the next one that has all of its values.
 */
function matched(representations: readonly JsonObject[], places: readonly Place[]): Place[] {
  let next = 0;
  return representations.flatMap((representation) => {
    const found = places.findIndex(({ value }, index) => index >= next && contains(value, representation));
    if (found >= 0) next = found + 1;
    return places[found] ?? places[0] ?? [];
  });
}

function contains(value: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(value) && part.every((item, index) => contains(value[index], item));
  if (!isObject(part)) return value === part;
  return isObject(value) && Object.entries(part).every(([key, item]) => contains(value[key], item));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
