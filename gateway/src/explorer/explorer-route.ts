import type { FastifyInstance, FastifyReply } from 'fastify';

const PATH = '/graphiql';
const ASSETS = [
  'graphiql.js',
  'graphiql.css',
  'editor.worker.js',
  'graphql.worker.js',
  'json.worker.js',
] as const;
const ONE_HOUR = 'public, max-age=3600';

// Everything comes from this origin: the page works without a network, and nothing typed into it goes elsewhere.
const POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
].join('; ');

// The tabs of this GraphiQL can be dragged, and leave the pointer at their first click, which is then lost: so they stay.
const STYLE = `html, body, #root { height: 100%; margin: 0; }
      .graphiql-tab { transform: none !important; }`;

const PAGE = `<!doctype html>
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
    <div id="root"></div>
    <script src="${PATH}/workers.js"></script>
    <script src="${PATH}/graphiql.js"></script>
    <script src="${PATH}/start.js"></script>
  </body>
</html>
`;

const WORKERS = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    '${PATH}/' + ({ graphql: 'graphql', json: 'json' }[label] ?? 'editor') + '.worker.js',
};
`;

/** Serves GraphiQL with one tab per prepared question, and leads there from `/`. */
export function addExplorer(app: FastifyInstance, questions: readonly string[]): void {
  app.get('/', (_request, reply) => reply.redirect(PATH, 302));
  app.get(PATH, (_request, reply) =>
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(PAGE),
  );
  app.get(`${PATH}/workers.js`, (_request, reply) => sendScript(reply, WORKERS));
  app.get(`${PATH}/start.js`, (_request, reply) => sendScript(reply, startScript(questions)));
  for (const name of ASSETS) {
    app.get(`${PATH}/${name}`, async (_request, reply) => {
      const text = (await readAssets())[name];
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return reply.header('cache-control', ONE_HOUR).type(`${type}; charset=utf-8`).send(text);
    });
  }
}

function startScript(questions: readonly string[]): string {
  const options = {
    endpoint: '/graphql',
    title: 'Simpul',
    shouldPersistHeaders: false,
    ...(questions.length > 0 ? { defaultTabs: questions.map((query) => ({ query })) } : {}),
  };
  return `YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify(options)});\n`;
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
