/** One run for the whole house: sources straight from the workspaces, decorators by swc, a real PostgreSQL from globalSetup. */
const workspaces = [
  'schema',
  'kit',
  'gateway',
  'test',
  'labor-office',
  'training-center',
  'province',
  'employers',
];
const folder = (name) => (['schema', 'kit', 'gateway', 'test'].includes(name) ? name : `subgraphs/${name}`);

module.exports = {
  testEnvironment: 'node',
  // Jest would leave one core free; the files wait for PostgreSQL often enough.
  maxWorkers: '100%',
  // The first file that needs a prepared database waits for it to be made.
  testTimeout: 60_000,
  roots: workspaces.map((name) => `<rootDir>/${folder(name)}`),
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: Object.fromEntries(
    workspaces.map((name) => [
      `^@simpul/${name}/(.*)$`,
      `<rootDir>/${folder(name)}${name === 'test' ? '' : '/src'}/$1`,
    ]),
  ),
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|idn-area-data|oidc-provider|eta|quick-lru|nanoid)/)'],
  globalSetup: '<rootDir>/test/testkit/cluster.setup.ts',
  globalTeardown: '<rootDir>/test/testkit/cluster.teardown.ts',
  reporters: ['default', '<rootDir>/.ci/results.cjs'],
};
