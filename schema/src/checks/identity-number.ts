import { NIK_INPUTS, NIK_MASKED, NIK_REVEALED, NIK_SCALAR } from '../contract/nik';
import { Finding } from './finding';
import { Scope } from './scope';
import { Member, namedType } from './subgraph';

/** Words of a name that point at a population number, a family card or what banks ask as a secret. */
const REFUSED = [
  /^nik$/,
  /^n?o?kk$/,
  /^ktp$/,
  /^npwp$/,
  /^passport$/,
  /^paspor$/,
  /^mothers?$/,
  /^maiden$/,
  /^ibu$/,
];
const REFUSED_PAIRS = [
  /family ?card/,
  /kartu ?keluarga/,
  /national ?id/,
  /identity ?(card|number)/,
  /population ?number/,
];

/** No field, argument or filter carries a population number, a family card number or a mother's name. */
export function checkIdentityNumbers({ subgraph }: Scope): Finding[] {
  return [...subgraph.members.values()]
    .filter(({ kind, host }) => ['FIELD', 'ARGUMENT', 'INPUT_FIELD'].includes(kind) && host !== 'Mutation')
    .filter((member) => isRefused(member) && !isAllowed(member, subgraph.name))
    .map(({ coordinate }) => ({
      rule: 'identity-number',
      coordinate,
      message: 'Leave it out: population and family numbers never enter the graph.',
    }));
}

function isRefused({ name, type }: Member): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  const named = words.split(' ').some((word) => REFUSED.some((pattern) => pattern.test(word)));
  return (
    named ||
    REFUSED_PAIRS.some((pattern) => pattern.test(words)) ||
    (type !== null && namedType(type) === NIK_SCALAR)
  );
}

/** The masked form and the answer of a reveal leave the labour office, listed inputs come in, and nothing else does. */
function isAllowed({ coordinate, type }: Member, agency: string): boolean {
  if (agency !== 'labor-office' || type === null) return false;
  if (coordinate === NIK_MASKED || coordinate === NIK_REVEALED) return namedType(type) === 'String';
  return NIK_INPUTS.includes(coordinate) && namedType(type) === NIK_SCALAR;
}
