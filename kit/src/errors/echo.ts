const LONGEST = 300;

/** What can be a name of the schema, a coordinate, a variable or a type: all that a message may quote. */
const NAME = /^[\w$@.![\]]{1,64}$/;

/**
 * What GraphQL's own messages quote of a request, each with what stands in its place. Names of the schema stay, values
 * go: a value may be of a person, and whoever reads answers of others, as proxies and browsers do, would learn it.
 */
const ECHOES: readonly (readonly [RegExp, string])[] = [
  // Suggestions would tell names of the schema to callers who may not introspect it.
  [/ Did you mean [^]*$/, ''],
  [/^Syntax Error: Expected ("[^"\w]{1,3}"|[A-Z][A-Za-z]+), found [^]*$/, 'Syntax Error: Expected $1.'],
  [
    /^Syntax Error: (?!Expected (?:"[^"\w]{1,3}"|[A-Z][A-Za-z]+)\.$)[^]*$/,
    'Syntax Error: This is not GraphQL.',
  ],
  [/, found [^]*$/, '; found is something else.'],
  [/ value: [^]*$/, ' value.'],
  [/\d{6,}/g, '…'],
];

/** A message of GraphQL without what it quotes of the request. */
export function withoutEcho(message: string): string {
  const bare = ECHOES.reduce((text, [echo, instead]) => text.replace(echo, instead), message);
  const named = bare.replace(/"([^"]*)"?/g, (quoted, inner: string) => (NAME.test(inner) ? quoted : '"…"'));
  return named.length > LONGEST ? `${named.slice(0, LONGEST)}…` : named;
}
