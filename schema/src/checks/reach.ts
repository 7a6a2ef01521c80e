import { PERSONAL_DATA_CATEGORIES } from '../contract/bundle';
import { Opening, OPENED_BY_RELATION, RELATIONS, Relation, SHOWN_TYPES } from '../contract/relations';
import { Finding } from './finding';
import { personalTypes } from './personal';
import { Scope } from './scope';
import { Member, namedType, Subgraph } from './subgraph';

/** Relations by which a caller comes to a person's own rows; by the others it is shown what is no longer a person's. */
const OF_PEOPLE: readonly Relation[] = RELATIONS.filter(
  (relation) => !Object.values(SHOWN_TYPES).includes(relation),
);

/**
 * No personal field and no filter over one stands where no rule gives it to anybody for any purpose: it would only ever be
 * refused. A grant opens no category that no relation opens.
 */
export function checkReach({ subgraph }: Scope): Finding[] {
  const types = leadingOn(personalTypes(subgraph), subgraph);
  return [...subgraph.members.values()].flatMap((member) => {
    const mark = markOf(member);
    if (mark === null || isReachable(member, mark, types)) return [];
    const message = 'Nobody can ever have it, for any purpose: change its category, or take it out.';
    return [{ rule: 'unreachable-personal', coordinate: member.coordinate, message }];
  });
}

/** And the rows of pages that a personal field of theirs leads to. */
function leadingOn(types: ReadonlySet<string>, { members }: Subgraph): ReadonlySet<string> {
  const pages = [...members.values()]
    .filter((member) => member.kind === 'FIELD' && types.has(member.host) && markOf(member) !== null)
    .flatMap(({ type }) => (type === null ? [] : (/^(.*)Connection$/.exec(namedType(type))?.[1] ?? [])));
  return new Set([...types, ...pages]);
}

interface Mark {
  readonly category: string;
  readonly mask: string;
}

function isReachable({ kind, host }: Member, { category, mask }: Mark, types: ReadonlySet<string>): boolean {
  const shown = SHOWN_TYPES[host];
  // Rows are chosen by what their caller may see whole.
  if (kind !== 'FIELD') return openings(OF_PEOPLE, category).includes('WHOLE');
  if (shown === undefined && !types.has(host)) return false;
  const found = openings(shown === undefined ? OF_PEOPLE : [shown], category);
  return found.includes('WHOLE') || (found.includes('MASKED') && mask !== 'NONE');
}

function openings(relations: readonly Relation[], category: string): readonly Opening[] {
  const known = PERSONAL_DATA_CATEGORIES.find((name) => name === category);
  if (known === undefined) return [];
  return relations.flatMap((relation) => OPENED_BY_RELATION[relation][known] ?? []);
}

function markOf({ directives }: Member): Mark | null {
  const mark = directives.find(({ name }) => name.value === 'personal');
  if (mark === undefined) return null;
  const given = (wanted: string): string => {
    const value = mark.arguments?.find(({ name }) => name.value === wanted)?.value;
    return value !== undefined && 'value' in value ? String(value.value) : '';
  };
  return { category: given('category'), mask: given('mask') || 'NONE' };
}
