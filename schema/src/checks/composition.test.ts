import { contractWith, Fault, reword } from '../testing/planted';
import { compose, Composition, crossCheck } from './composition';
import { checkCore } from './core';
import { Finding } from './finding';

function composed(...faults: Fault[]): Composition {
  const composition = compose(contractWith(...faults));
  if (Array.isArray(composition)) throw new Error(composition.map(({ message }) => message).join('\n'));
  return composition;
}

function named(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, coordinate }) => `${rule} ${coordinate}`);
}

describe('composition of the contract', () => {
  const { supergraph, api, findings } = composed();

  it('raises no hint, and both composers see the same client schema', () => {
    expect(findings).toEqual([]);
    expect(crossCheck(contractWith(), api)).toEqual([]);
  });

  it('keeps the personal marks for the gateway and hides them from clients', () => {
    expect(supergraph).toContain('@personal(category: IDENTITY, mask: PARTIAL)');
    expect(api).not.toMatch(/directive @personal|@personal\(/);
  });

  it('reports where the two composers part', () => {
    const other = api.replace('type Agreement', 'type Pact');
    expect(named(crossCheck(contractWith(), other))).toEqual([
      expect.stringContaining('cross-check api.graphql:'),
    ]);
  });

  it('names what a question still waits for', () => {
    const core = 'Query.person\n\nPerson.shoeSize\nNobody.id\n';
    expect(named(checkCore(api, core))).toEqual(['core Person.shoeSize', 'core Nobody.id']);
  });
});

describe('composition of faulty subgraphs', () => {
  it('reports what they contradict each other in', () => {
    const outcome = compose(contractWith(reword('province', 'type Money @shareable', 'type Money')));
    expect(Array.isArray(outcome) && named(outcome)).toContain('composition-error INVALID_FIELD_SHARING');
  });

  it('reports a hint', () => {
    const { findings } = composed(reword('training-center', '"Kemendagri code with dots', '"Code with dots'));
    expect(named(findings)).toContain('composition-hint Region.code');
  });
});
