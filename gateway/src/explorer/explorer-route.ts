import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type SignIn, signInScript } from './sign-in-script';

const PATH = '/graphiql';
const ASSETS = [
  'graphiql.js',
  'graphiql.css',
  'editor.worker.js',
  'graphql.worker.js',
  'json.worker.js',
] as const;
const ONE_HOUR = 'public, max-age=3600';

// The tabs of this GraphiQL can be dragged, and leave the pointer at their first click, which is then lost: so they stay.
const STYLE = `html, body { height: 100%; margin: 0; overflow: hidden; }
      body { display: flex; flex-direction: column; }
      #root { flex: 1; min-height: 0; }
      .graphiql-container { height: 100% !important; }
      #sign-in { font: 14px/1.4 system-ui, sans-serif; padding: 0.4rem 0.8rem; }
      .graphiql-tab { transform: none !important; }`;

/** What the explorer shows. */
export interface ExplorerParts {
  readonly questions: readonly string[];
  /** Null where nobody is identified: then there is nothing to sign in to. */
  readonly signIn: SignIn | null;
}

/** Everything but the issuer is of this origin: the page works without a network, and nothing typed into it goes elsewhere. */
function policyFor(signIn: SignIn | null): string {
  return [
    "default-src 'none'",
    `connect-src 'self'${signIn ? ` ${new URL(signIn.issuer).origin}` : ''}`,
    "font-src 'self' data:",
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function pageWith(...body: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Simpul – ask the graph</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${PATH}/graphiql.css" />
    <style>${STYLE}</style>
  </head>
  <body>
    <noscript>GraphiQL needs JavaScript; POST to /graphql works without.</noscript>
    ${body.join('\n    ')}
  </body>
</html>
`;
}

const SIGN_IN = [
  '<div id="sign-in">…</div>',
  `<script src="${PATH}/oidc-client.js"></script>`,
  `<script src="${PATH}/sign-in.js"></script>`,
];
const GRAPHIQL = ['workers.js', 'graphiql.js', 'start.js'].map(
  (name) => `<script src="${PATH}/${name}"></script>`,
);

const WORKERS = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    '${PATH}/' + ({ graphql: 'graphql', json: 'json' }[label] ?? 'editor') + '.worker.js',
};
`;

/** Serves GraphiQL with one tab per prepared question, and leads there from `/`. */
export function addExplorer(app: FastifyInstance, { questions, signIn }: ExplorerParts): void {
  const policy = policyFor(signIn);
  const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
    reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  const page = pageWith(...(signIn ? SIGN_IN : []), '<div id="root"></div>', ...GRAPHIQL);
  app.get('/', (_request, reply) => reply.redirect(PATH, 302));
  app.get(PATH, (_request, reply) => sendPage(reply, page));
  app.get(`${PATH}/workers.js`, (_request, reply) => sendScript(reply, WORKERS));
  app.get(`${PATH}/start.js`, (_request, reply) => sendScript(reply, startScript(questions)));
  if (signIn) {
    const script = signInScript(signIn);
    app.get(`${PATH}/signed-in`, (_request, reply) => sendPage(reply, pageWith(...SIGN_IN)));
    app.get(`${PATH}/sign-in.js`, (_request, reply) => sendScript(reply, script));
    app.get(`${PATH}/oidc-client.js`, async (_request, reply) => sendScript(reply, await readOidcClient()));
  }
  for (const name of ASSETS) {
    app.get(`${PATH}/${name}`, async (_request, reply) => {
      const text = (await readAssets())[name];
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return reply.header('cache-control', ONE_HOUR).type(`${type}; charset=utf-8`).send(text);
    });
  }
}

/** GraphiQL asks for the schema as soon as it is there, so it waits until it is known who asks. */
function startScript(questions: readonly string[]): string {
  const options = {
    endpoint: '/graphql',
    title: 'Simpul',
    shouldPersistHeaders: false,
    ...(questions.length > 0 ? { defaultTabs: questions.map((query) => ({ query })) } : {}),
  };
  return `Promise.resolve(window.signedIn).then(() =>
  YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify(options)}),
);
`;
}

function readOidcClient(): Promise<string> {
  const entry = require.resolve('oidc-client-ts');
  return readFile(join(dirname(entry), '../browser/oidc-client-ts.min.js'), 'utf8');
}

function sendScript(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/javascript; charset=utf-8').send(text);
}

/** Loaded with the first visit: a gateway that nobody explores does not carry nine megabytes of scripts. */
async function readAssets(): Promise<Record<(typeof ASSETS)[number], string>> {
  const { js, css, editorWorkerService, graphqlWorker, jsonWorker } =
    await import('@graphql-yoga/render-graphiql/graphiql');
  return {
    'graphiql.js': js,
    'graphiql.css': css,
    'editor.worker.js': editorWorkerService,
    'graphql.worker.js': graphqlWorker,
    'json.worker.js': jsonWorker,
  };
}
