import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, SOURCE_FOLDERS } from './house';

interface Cruise {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: {
    violations: { rule: { name: string }; from: string; to: string }[];
    ruleSetUsed: { forbidden: { name: string }[] };
  };
}

/** An import that must be caught: in this file, of that name, which is the other file. */
interface Planted {
  rule: string;
  file: string;
  imports: string;
  target?: string;
}

const SERVICE = 'subgraphs/employers/src/vacancy/vacancy.service.ts';
const REPOSITORY = 'subgraphs/employers/src/vacancy/vacancy.repository.ts';
const KIT = 'kit/src/clock/clock.ts';
const PLANTED: Planted[] = [
  {
    rule: 'agency-stays-home',
    file: SERVICE,
    imports: '@simpul/province/region/region.service',
    target: 'subgraphs/province/src/region/region.service.ts',
  },
  {
    rule: 'gateway-knows-no-agency',
    file: 'gateway/src/app.ts',
    imports: '@simpul/employers/schema',
    target: 'subgraphs/employers/src/schema.ts',
  },
  {
    rule: 'kit-knows-nobody',
    file: KIT,
    imports: '@simpul/employers/schema',
    target: 'subgraphs/employers/src/schema.ts',
  },
  {
    rule: 'schema-is-a-leaf',
    file: 'schema/src/contract/errors.ts',
    imports: '@simpul/kit/clock/clock',
    target: KIT,
  },
  {
    rule: 'resolver-asks-the-service',
    file: 'subgraphs/employers/src/vacancy/vacancy.resolver.ts',
    imports: './vacancy.repository',
    target: REPOSITORY,
  },
  { rule: 'service-is-transport-free', file: SERVICE, imports: 'type-graphql' },
  {
    rule: 'published-classes-stay-above',
    file: SERVICE,
    imports: './vacancy.type',
    target: 'subgraphs/employers/src/vacancy/vacancy.type.ts',
  },
  {
    rule: 'policy-is-pure',
    file: 'subgraphs/employers/src/vacancy/vacancy.policy.ts',
    imports: './vacancy.repository',
    target: REPOSITORY,
  },
  { rule: 'repository-only-reads-rows', file: REPOSITORY, imports: './vacancy.service', target: SERVICE },
  {
    rule: 'entity-is-a-row',
    file: 'subgraphs/employers/src/vacancy/vacancy.entity.ts',
    imports: './vacancy.service',
    target: SERVICE,
  },
  { rule: 'rows-stay-below', file: SERVICE, imports: 'typeorm' },
  {
    rule: 'test-is-a-black-box',
    file: 'test/journeys/person.test.ts',
    imports: '@simpul/employers/schema',
    target: 'subgraphs/employers/src/schema.ts',
  },
  {
    rule: 'portal-sees-only-the-contract',
    file: 'portal/src/page.ts',
    imports: '@simpul/kit/clock/clock',
    target: KIT,
  },
  {
    rule: 'no-test-in-production',
    file: KIT,
    imports: './clock.test',
    target: 'kit/src/clock/clock.test.ts',
  },
  { rule: 'production-needs-no-dev-package', file: KIT, imports: 'jest' },
  {
    rule: 'no-cycles',
    file: 'kit/src/clock/clock.ts',
    imports: './day',
    target: 'kit/src/clock/day.ts',
  },
  { rule: 'everything-resolves', file: KIT, imports: './nowhere' },
  {
    rule: 'sources-import-sources',
    file: KIT,
    imports: '../../../schema/dist/contract',
    target: 'schema/dist/contract.js',
  },
];

const CONFIGURATION = ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.check.json', 'package.json'];

describe('boundaries between and within the workspaces', () => {
  it('are kept by the house', () => {
    const { modules, summary } = cruise(ROOT, SOURCE_FOLDERS);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(edges(modules, /^subgraphs\//, /^kit\/src\//)).toBeGreaterThan(0);
    expect(edges(modules, /^kit\//, /^schema\/src\//)).toBeGreaterThan(0);
  });

  it('show when they are broken, each rule by its own name', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'simpul-boundaries-'));
    try {
      layOut(scratch);
      const { summary } = cruise(scratch, ['gateway', 'kit', 'portal', 'schema', 'subgraphs', 'test']);
      const seen = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
      expect(seen).toEqual(expect.arrayContaining(PLANTED.map(({ rule, file }) => `${rule}: ${file}`)));
      expect(new Set(PLANTED.map(({ rule }) => rule))).toEqual(
        new Set(summary.ruleSetUsed.forbidden.map(({ name }) => name)),
      );
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});

function cruise(folder: string, sources: readonly string[]): Cruise {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...sources];
  const output = execFileSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output) as Cruise;
}

/** A house of nothing but broken rules, under the real configuration and the real packages. */
function layOut(folder: string): void {
  for (const name of CONFIGURATION) cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, imports, target } of PLANTED) {
    if (target) append(join(folder, target), '');
    append(join(folder, file), `export * from '${imports}';\n`);
  }
  append(join(folder, 'kit/src/clock/day.ts'), `export * from './clock';\n`);
}

function append(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, text);
}

function edges(modules: Cruise['modules'], from: RegExp, to: RegExp): number {
  return modules
    .filter(({ source }) => from.test(source))
    .flatMap(({ dependencies }) => dependencies)
    .filter(({ resolved }) => to.test(resolved)).length;
}
