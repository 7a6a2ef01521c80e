/** Directions in which imports may run. Each rule tells whoever breaks it what to do instead. */
const AGENCY = '^subgraphs/[^/]+/';
const TRANSPORT = 'node_modules/(graphql|type-graphql|@apollo|@graphql-tools|fastify)/';
const TYPEORM = 'node_modules/typeorm/';
const TEST = ['[.]test[.]ts$', '/src/testing/', '^test/'];

const never = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    never(
      'agency-stays-home',
      'Meet in the schema: declare a key-only stub.',
      { path: '^subgraphs/([^/]+)/' },
      { path: AGENCY, pathNot: '^subgraphs/$1/' },
    ),
    never('gateway-knows-no-agency', 'Read it from the supergraph.', { path: '^gateway/' }, { path: AGENCY }),
    never(
      'kit-knows-nobody',
      'Take it as an argument: kit serves agencies that do not exist yet.',
      { path: '^kit/' },
      { path: ['^(gateway|portal|test)/', AGENCY] },
    ),
    never(
      'schema-is-a-leaf',
      'Move what both need into schema, or the code out of it.',
      { path: '^schema/' },
      { path: '^(gateway|kit|subgraphs|portal|test)/' },
    ),
    never(
      'resolver-asks-the-service',
      'Ask the service: it asks the policy and owns the transaction.',
      { path: '[.]resolver[.]ts$' },
      { path: ['[.](repository|entity|policy)[.]ts$', TYPEORM] },
    ),
    never(
      'service-is-transport-free',
      'Leave GraphQL and HTTP to the resolver.',
      { path: '[.]service[.]ts$' },
      { path: ['[.]resolver[.]ts$', TRANSPORT] },
    ),
    never(
      'published-classes-stay-above',
      'Write `import type`: below the resolver, what is published is a shape and not a class.',
      { path: '[.](service|repository|entity|policy|loader)[.]ts$' },
      { path: '[.](type|input)[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'policy-is-pure',
      'Hand it the facts: a policy reads nothing by itself.',
      { path: '[.]policy[.]ts$' },
      {
        path: '.',
        pathNot: ['^schema/', '^kit/src/(policy|identity|input|clock)/', '[.]policy[.]ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    never(
      'repository-only-reads-rows',
      'Return rows; the service decides and the type publishes.',
      { path: '[.]repository[.]ts$' },
      { path: ['[.](resolver|service|policy)[.]ts$', TRANSPORT] },
    ),
    never(
      'entity-is-a-row',
      'Keep storage apart from what is published and decided.',
      { path: '[.]entity[.]ts$' },
      { path: ['[.](resolver|service|policy|repository|loader)[.]ts$', TRANSPORT] },
    ),
    never(
      'rows-stay-below',
      'Ask a repository: in an agency only rows, repositories and the seed know the store.',
      { path: AGENCY, pathNot: ['[.](entity|repository)[.]ts$', '/seed/', ...TEST] },
      { path: TYPEORM, dependencyTypesNot: ['type-only'] },
    ),
    never(
      'test-is-a-black-box',
      'Come in over HTTP, or put the test beside the code; only an agency’s definition may be named, to start it.',
      { path: '^test/', pathNot: '^test/(testkit|architecture)/' },
      { path: ['^gateway/', AGENCY], pathNot: '^subgraphs/[^/]+/src/agency[.]ts$' },
    ),
    never(
      'portal-sees-only-the-contract',
      'Ask the graph; share types through schema.',
      { path: '^portal/' },
      { path: ['^(gateway|kit|test)/', AGENCY] },
    ),
    never(
      'no-test-in-production',
      'Move what both need out of the test.',
      { path: '.', pathNot: TEST },
      { path: TEST },
    ),
    never(
      'production-needs-no-dev-package',
      'Declare it under dependencies; the image is installed without the others.',
      { path: '.', pathNot: [...TEST, '^schema/src/(checks|tools)/'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    never(
      'no-cycles',
      'Turn one edge round; a third file usually wants to be born.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never('everything-resolves', 'Declare the package, or mend the path.', {}, { couldNotResolve: true }),
    never(
      'sources-import-sources',
      'Mend `paths` in tsconfig.check.json: rules by path are blind to what is built.',
      {},
      { path: '^(schema|kit|gateway|test|subgraphs/[^/]+)/dist/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.check.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
