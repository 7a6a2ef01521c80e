import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSubgraphs } from '../checks/all';
import { SubgraphSdl } from '../checks/subgraph';

const AGENCIES = ['employers', 'labor-office', 'province', 'training-center'] as const;

/** An agency of the contract. */
export type Agency = (typeof AGENCIES)[number];

/** One fault planted into an agency's part of the contract: this text is replaced by that. */
export interface Fault {
  agency: Agency;
  text: string | RegExp;
  by: string;
}

/** A fault made by rewording a text that stands in the agency's part of the contract. */
export function reword(agency: Agency, text: string | RegExp, by: string): Fault {
  return { agency, text, by };
}

/** A fault made by giving a type of the contract a further member. */
export function addMember(agency: Agency, type: string, member: string): Fault {
  return { agency, text: new RegExp(`^(type|input|enum) ${type}\\b[^{]*{`, 'm'), by: `$&\n${member}` };
}

/** A fault made by adding a definition of its own. */
export function addDefinition(agency: Agency, definition: string): Fault {
  return { agency, text: /$/, by: `\n${definition}` };
}

/** The contract as subgraphs, with the faults planted; a fault that no longer fits the contract fails loudly. */
export function contractWith(...faults: readonly Fault[]): SubgraphSdl[] {
  return AGENCIES.map((name) => {
    const sdl = readFileSync(join(__dirname, '../../contract', `${name}.graphql`), 'utf8');
    return { name, sdl: faults.filter(({ agency }) => agency === name).reduce(plant, sdl) };
  });
}

/** What the rules say of the contract with the faults planted, as `rule coordinate`. */
export function verdictsOn(...faults: readonly Fault[]): string[] {
  return checkSubgraphs(contractWith(...faults), contractWith()).map(
    ({ rule, coordinate }) => `${rule} ${coordinate}`,
  );
}

function plant(sdl: string, { agency, text, by }: Fault): string {
  const planted = sdl.replace(text, by);
  if (planted === sdl)
    throw new Error(`Nothing in ${agency} reads ${String(text)}; plant the fault elsewhere.`);
  return planted;
}
