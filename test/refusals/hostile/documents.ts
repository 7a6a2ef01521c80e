import { type Attack, CANARY, document, request } from './attack';

const INVALID = [400, 'GRAPHQL_VALIDATION_FAILED'] as const;
const BROKEN = [400, 'GRAPHQL_PARSE_FAILED'] as const;
const COMPLEX = [400, 'OPERATION_TOO_COMPLEX'] as const;
const INTROSPECTION = [403, 'INTROSPECTION_FORBIDDEN'] as const;
const ANSWERED = [200, null] as const;

const times = (n: number, part: (index: number) => string) =>
  Array.from({ length: n }, (_, i) => part(i)).join(' ');
const nested = (n: number, open: string, close: string) => open.repeat(n) + close.repeat(n);

type Row = readonly [name: string, expected: Attack['expected'], query: string, others?: object];
const CYCLE = 'fragment A on Query { ...B } fragment B on Query { ...A }';
const doubling = times(30, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  aliases: [
    ['100 aliases of nothing', COMPLEX, `{ ${times(100, (i) => `a${i}: __typename`)} }`],
    ['1,000 aliases of a list', COMPLEX, `{ ${times(1000, (i) => `a${i}: people { nodes { id } }`)} }`],
    [
      'aliases in a fragment used often',
      COMPLEX,
      `{ ${times(20, () => '...F')} } fragment F on Query { ${times(31, (i) => `a${i}: __typename`)} }`,
    ],
    [
      'aliases that name prototypes',
      ANSWERED,
      '{ __proto__: __typename constructor: __typename toString: __typename }',
    ],
  ],
  depth: [
    ['50 levels', COMPLEX, nested(50, '{ people { nodes ', '} }')],
    ['199 levels', COMPLEX, nested(199, '{ a ', '}')],
    ['10,000 levels', COMPLEX, nested(7000, '{ a ', '}')],
    [
      'a circle of types',
      COMPLEX,
      `{ employers { nodes ${'{ vacancies { nodes { employer '.repeat(6)}{ id }${' } } }'.repeat(6)} } }`,
    ],
    [
      'levels through fragments',
      COMPLEX,
      `{ ...F0 } ${times(20, (i) => `fragment F${i} on Query { a { ...F${i + 1} } }`)} fragment F20 on Query { a }`,
    ],
    ['levels through inline fragments', COMPLEX, `${'{ ... on Query { a '.repeat(16)}${'} }'.repeat(16)}`],
  ],
  fragments: [
    ['a circle', INVALID, `{ ...A } ${CYCLE}`],
    ['a circle of itself', INVALID, '{ ...A } fragment A on Query { ...A }'],
    ['a circle that nothing uses', INVALID, `{ __typename } ${CYCLE}`],
    [
      'a circle through fields',
      INVALID,
      '{ people { nodes { ...P } } } fragment P on Person { placements { ...Q } } fragment Q on Placement { employer { ...R } } fragment R on Employer { vacancies { nodes { placements { ...Q } } } }',
    ],
    ['doubling thirty times', COMPLEX, `{ ...F0 } ${doubling} fragment F30 on Query { __typename }`],
    [
      '1,000 definitions',
      COMPLEX,
      `{ __typename } ${times(1000, (i) => `fragment F${i} on Query { __typename }`)}`,
    ],
    ['1,000 spreads', COMPLEX, `{ ${times(1000, () => '...F')} } fragment F on Query { __typename }`],
    ['one that is not there', INVALID, '{ ...Siti }'],
    [
      'two of one name',
      INVALID,
      '{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }',
    ],
  ],
  directives: [
    ['ten unknown ones', INVALID, `{ __typename ${times(10, () => '@aa')} }`],
    ['1,000 on a field', COMPLEX, `{ __typename ${times(1000, () => '@skip(if: false)')} }`],
    ['1,000 on the operation', COMPLEX, `query ${times(1000, () => '@a')} { __typename }`],
    ['one of the federation', INVALID, '{ people @key(fields: "id") { nodes { id } } }'],
    ['@defer', INVALID, '{ ... @defer { __typename } }'],
  ],
  repetition: [
    ['500 times a field', COMPLEX, `{ ${times(500, () => '__typename')} }`],
    [
      'fields that all have to be compared',
      COMPLEX,
      `{ ${times(18, () => `people { ${times(60, () => 'nodes { id }')} }`)} }`,
    ],
    [
      'as many repetitions as may be',
      [200, 'SUBGRAPH_UNAVAILABLE'],
      `{ agreements(first: 1) { nodes { ${times(50, () => 'id title status form signedOn expiresOn parties { role organization { id name } } sources { name kind title }')} } } }`,
    ],
    ['conflicts', INVALID, '{ a: people { nodes { id } } a: employers { nodes { id } } }'],
  ],
  tokens: [
    ['20,000 names', COMPLEX, `{ ${times(20_000, () => 'a')} }`],
    ['100,000 brackets', COMPLEX, '{'.repeat(100_000)],
    ['90,000 bytes of one name', INVALID, `{ ${'a'.repeat(90_000)} }`],
    ['90,000 bytes of a comment', ANSWERED, `#${'a'.repeat(90_000)}\n{ __typename }`],
    ['900,000 bytes of one name', COMPLEX, `{ ${'a'.repeat(900_000)} }`],
    ['900,000 bytes of a string', COMPLEX, `{ person(id: "${'a'.repeat(900_000)}", a: 1) { id } }`],
    ['900,000 bytes of comment', COMPLEX, `#${'a'.repeat(900_000)}\n{ __typename }`],
    ['900,000 bytes of commas', COMPLEX, `{ ${','.repeat(900_000)} __typename }`],
  ],
  recursion: [
    ['a list in lists', COMPLEX, `{ person(id: ${nested(5000, '[', ']')}) { id } }`],
    ['an object in objects', COMPLEX, `{ people(filter: ${nested(300, '{ a: ', '}')}) { nodes { id } } }`],
    ['a type in lists', COMPLEX, `query ($a: ${nested(5000, '[', ']')}) { __typename }`],
    ['lists just within the limit', INVALID, `{ person(id: ${nested(190, '[', ']')}) { id } }`],
    ['an unfinished list', COMPLEX, `{ a(b: ${'['.repeat(50_000)}`],
  ],
  introspection: [
    ['the schema', INTROSPECTION, '{ __schema { types { name } } }'],
    ['a type', INTROSPECTION, '{ __type(name: "Person") { fields { name } } }'],
    [
      'under an alias in a fragment',
      INTROSPECTION,
      '{ ...F } fragment F on Query { a: __schema { queryType { name } } }',
    ],
    ['a circle of it', COMPLEX, `{ __schema { types ${nested(20, '{ fields { type ', '} }')} } }`],
    [
      'in the second operation',
      INTROSPECTION,
      'query A { __typename } query B { __schema { queryType { name } } }',
      { operationName: 'A' },
    ],
    ['skipped', INTROSPECTION, '{ __schema @skip(if: true) { queryType { name } } }'],
    ['of the federation', INVALID, '{ _service { sdl } }'],
    [
      'of entities',
      INVALID,
      '{ _entities(representations: [{ __typename: "Person", id: "1" }]) { __typename } }',
    ],
    ['__typename, which is free', ANSWERED, '{ __typename }'],
  ],
  suggestions: [
    ['a field nearly right', INVALID, '{ peple { nodes { id } } }'],
    ['an argument nearly right', INVALID, '{ people(frst: 1) { nodes { id } } }'],
    ['a type nearly right', INVALID, '{ ... on Qery { __typename } }'],
    ['an enum nearly right', INVALID, '{ agreements(filter: { status: [IN_FORC] }) { nodes { id } } }'],
    ['1,000 fields nearly right', INVALID, `{ people { ${times(1000, (i) => `nods${i}`)} } }`],
  ],
  echo: [
    ['a string in place of a number', INVALID, `{ people(first: "${CANARY}") { nodes { id } } }`],
    [
      'a string in place of an enum',
      INVALID,
      `{ agreements(filter: { status: "${CANARY}" }) { nodes { id } } }`,
    ],
    ['a string that does not end', BROKEN, `{ person(id: "${CANARY}`],
    ['a string out of place', BROKEN, `{ people } "${CANARY}"`],
    ['a comment out of place', BROKEN, `{ # ${CANARY}`],
    [
      'a variable',
      [400, 'BAD_USER_INPUT'],
      'query ($n: Int) { people(first: $n) { nodes { id } } }',
      { variables: { n: CANARY } },
    ],
    [
      'the name of an operation',
      [400, 'OPERATION_RESOLUTION_FAILURE'],
      'query A { __typename }',
      { operationName: CANARY },
    ],
  ],
  cost: [
    [
      'pages in pages',
      COMPLEX,
      '{ employers(first: 100) { nodes { vacancies(first: 100) { nodes { placements { id } } } } } }',
    ],
    [
      'many dear fields',
      COMPLEX,
      `{ ${times(20, (i) => `a${i}: employers(first: 100) { nodes { vacancies { nodes { id } } } }`)} }`,
    ],
  ],
  numbers: [
    ['an integer too large', INVALID, '{ people(first: 99999999999999999999) { nodes { id } } }'],
    ['a fraction', INVALID, '{ people(first: 1.5) { nodes { id } } }'],
    ['a thousand digits', INVALID, `{ people(first: ${'9'.repeat(1000)}) { nodes { id } } }`],
  ],
  operations: [
    ['1,000 of them', COMPLEX, times(1000, (i) => `query A${i} { __typename }`)],
    ['two without a name', INVALID, '{ __typename } { __typename }'],
    [
      'one of several that is not there',
      [400, 'OPERATION_RESOLUTION_FAILURE'],
      'query A { __typename } query B { __typename }',
      { operationName: '__proto__' },
    ],
    ['none', INVALID, 'fragment A on Query { __typename }'],
    ['a definition of a type', INVALID, 'type A { b: Int } { __typename }'],
    ['a subscription', [400, 'BAD_REQUEST'], 'subscription { people }'],
    ['a NUL in the document', BROKEN, '{ __typename \0 }'],
    ['an unpaired surrogate', BROKEN, '{ __typename \ud800 }'],
  ],
  variables: [
    ['1,000 declared', COMPLEX, `query (${times(1000, (i) => `$v${i}: Int`)}) { __typename }`],
    ['one that is not declared', INVALID, '{ people(first: $n) { nodes { id } } }'],
    ['one named like a prototype', INVALID, 'query ($__proto__: Int) { __typename }'],
  ],
};

/** Documents that are to keep the gateway busy, to tell what they should not, or to confuse it. */
export const DOCUMENT_ATTACKS: readonly Attack[] = [
  ...Object.entries(ROWS).flatMap(([category, rows]) =>
    rows.map(([name, expected, query, others]) => ({
      category,
      name,
      expected,
      send: document(query, others),
    })),
  ),
  {
    category: 'numbers',
    name: '1e999 as a variable',
    expected: [400, 'BAD_USER_INPUT'],
    send: request({
      body: '{"query":"query ($n: Int) { people(first: $n) { nodes { id } } }","variables":{"n":1e999}}',
    }),
  },
];
