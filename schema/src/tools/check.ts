import { checkSubgraphs } from '../checks/all';
import { checkBreaking } from '../checks/breaking';
import { compose, crossCheck } from '../checks/composition';
import { checkCore } from '../checks/core';
import { checkDrift } from '../checks/drift';
import { Finding, printFindings } from '../checks/finding';
import { checkOperations } from '../checks/operations';
import { SubgraphSdl } from '../checks/subgraph';
import {
  API_FILE,
  emitSubgraphs,
  listAgencies,
  readContract,
  readOperations,
  readPublished,
  readText,
  ROOT,
  subgraphFile,
  SUPERGRAPH_FILE,
} from './house';
import { ShallowHistory, previousVersions } from './previous-versions';

async function main(): Promise<void> {
  const emitted = await emitSubgraphs(listAgencies());
  const findings = [
    ...checkSubgraphs(emitted, readContract()),
    ...checkComposed(emitted),
    ...(await checkAgainstPrevious()),
  ];
  if (findings.length > 0) {
    console.error(printFindings(findings));
    process.exitCode = 1;
  }
  console.log(`schema: ${emitted.length} subgraphs, ${findings.length} findings`);
}

function checkComposed(emitted: readonly SubgraphSdl[]): Finding[] {
  const composed = compose(emitted);
  if (Array.isArray(composed)) return composed;
  const current = new Map([
    ...emitted.map(({ name, sdl }) => [subgraphFile(name), sdl] as const),
    [SUPERGRAPH_FILE, composed.supergraph],
    [API_FILE, composed.api],
  ]);
  return [
    ...composed.findings,
    ...crossCheck(emitted, composed.api),
    ...checkCore(composed.api, readText('schema/contract/core.txt')),
    ...checkOperations(readOperations(), composed.api, emitted),
    ...checkDrift(readPublished(), current),
  ];
}

async function checkAgainstPrevious(): Promise<Finding[]> {
  const after = readPublished().get(API_FILE);
  if (after === undefined) return [];
  try {
    const versions = await previousVersions(ROOT, API_FILE);
    console.log(
      `schema: compared with ${versions.length} client schemas of the history since the last release`,
    );
    const changelog = readText('CHANGELOG.md');
    const findings = await Promise.all(versions.map((before) => checkBreaking(before, after, changelog)));
    return [...new Map(findings.flat().map((finding) => [finding.message, finding])).values()];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof ShallowHistory) {
      console.warn(`schema: breaking changes were NOT looked for: ${reason}`);
      return [];
    }
    return [{ rule: 'breaking-change', coordinate: API_FILE, message: `Not compared: ${reason}` }];
  }
}

void main();
