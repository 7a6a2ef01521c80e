import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEMO_LOGINS } from '@simpul/schema/demo/logins';
import type { Provider } from 'oidc-provider';
import { isIPv6 } from 'node:net';
import type { Log } from '../log/log';
import { IssuerFolder } from './folder';
import { createProvider } from './provider';
import { SIGN_IN_POLICY, expiredPage, signInPage } from './sign-in-page';

const SIGN_IN = /^\/sign-in\/[\w-]+$/;
const FORM_LIMIT = 1024;

/** Where an issuer is to listen, what it keeps and whom it serves. */
export interface IssuerOptions {
  readonly host: string;
  /** 0 for a free one. */
  readonly port: number;
  readonly dataFolder: string;
  readonly explorerOrigins: readonly string[];
  readonly log: Log;
}

/** A development issuer that listens. */
export interface Issuer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Opens the development issuer; its name is the origin at which it listens. */
export async function openIssuer({
  host,
  port,
  dataFolder,
  explorerOrigins,
  log,
}: IssuerOptions): Promise<Issuer> {
  const server = createServer();
  await listening(server, host, port);
  const origin = originOf(host, (server.address() as AddressInfo).port);
  const folder = new IssuerFolder(dataFolder);
  const provider = await createProvider({ issuer: origin, folder, explorerOrigins });
  provider.on('server_error', (_context, error) => {
    log.error({ class: error.name, reason: error.message }, 'request failed');
  });
  const answerProtocol = provider.callback();
  server.on('request', (request, response) => {
    route(provider, answerProtocol, origin, request, response).catch((error: unknown) => {
      log.error({ class: error instanceof Error ? error.name : 'unknown' }, 'request failed');
      if (!response.headersSent) send(response, 500, expiredPage());
    });
  });
  folder.tellAddress(origin);
  return { origin, close: () => closed(server) };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function route(
  provider: Provider,
  answerProtocol: Handler,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Another name that leads here belongs to a page elsewhere that would act for whoever sits at this machine.
  if (request.headers.host !== new URL(origin).host) {
    send(response, 421, expiredPage());
    return;
  }
  const { pathname } = new URL(request.url ?? '/', origin);
  if (pathname === '/health/ready') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ready"}');
  } else if (SIGN_IN.test(pathname)) {
    await signIn(provider, request, response);
  } else {
    await answerProtocol(request, response);
  }
}

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (interaction === undefined) {
    send(response, 400, expiredPage());
  } else if (request.method === 'POST') {
    const login = new URLSearchParams(await formOf(request)).get('login');
    const isKnown = DEMO_LOGINS.some(({ name }) => name === login);
    if (isKnown) {
      await provider.interactionFinished(request, response, { login: { accountId: login, remember: false } });
    } else send(response, 400, signInPage(interaction.uid));
  } else send(response, 200, signInPage(interaction.uid));
}

async function formOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > FORM_LIMIT) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, page: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': SIGN_IN_POLICY,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(page);
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

function originOf(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
}
