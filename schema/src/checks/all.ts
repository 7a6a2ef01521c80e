import { checkContract } from './contract';
import { checkDescriptions } from './description';
import { Finding } from './finding';
import { checkIdentityNumbers } from './identity-number';
import { checkNaming } from './naming';
import { checkNullability } from './nullability';
import { checkOwners } from './owners';
import { checkPagination } from './pagination';
import { checkMarkIsComposed, checkPersonal } from './personal';
import { checkReach } from './reach';
import { checkRequires } from './requires';
import { checkShared } from './shared';
import { readSubgraph, SubgraphSdl } from './subgraph';

const STYLE_RULES = [
  checkDescriptions,
  checkNaming,
  checkNullability,
  checkPagination,
  checkPersonal,
  checkMarkIsComposed,
  checkIdentityNumbers,
  checkReach,
  checkRequires,
];

/** All rules that need nothing but the subgraphs and what was agreed about them. */
export function checkSubgraphs(emitted: readonly SubgraphSdl[], contract: readonly SubgraphSdl[]): Finding[] {
  const all = emitted.map(readSubgraph);
  const agreed = contract.map(readSubgraph);
  const scopes = all.map((subgraph) => ({
    subgraph,
    all,
    agreed: agreed.find(({ name }) => name === subgraph.name),
  }));
  return [
    ...checkOwners(all),
    ...checkShared(all),
    ...checkContract(all, agreed),
    ...scopes.flatMap((scope) => STYLE_RULES.flatMap((rule) => rule(scope))),
  ];
}
