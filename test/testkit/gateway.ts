import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { houseRule } from '@simpul/gateway/access/agreement-rule';
import { createGateway } from '@simpul/gateway/app';
import { housePolicy } from '@simpul/gateway/edge/edge-policy';
import { RegisteredOperations } from '@simpul/gateway/edge/registered-operations';
import { identifiedBy } from '@simpul/gateway/identity/identify';
import { readSupergraph } from '@simpul/gateway/supergraph/supergraph';
import { openClock } from '@simpul/kit/clock/clock';
import type { ClaimMap } from '@simpul/kit/config/oidc-keys';
import { openLog } from '@simpul/kit/log/log';
import { type Reply, TODAY } from './agency';
import { GATEWAY_KEY } from './gateway-key';
import { NO_GRANTS } from './open-grants';

const SUPERGRAPH = path.join(__dirname, '../../schema/supergraph.graphql');
const NOBODY = 'http://127.0.0.1:9/graphql';

/** An answer with its HTTP side. */
export interface HttpReply extends Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
}

/** A gateway without its agencies: enough to see whom it lets in. */
export interface LonelyGateway {
  readonly origin: string;
  /** Asks with headers exactly as they are given, several of one name too. */
  send(headers: readonly (readonly [string, string])[], search?: string): Promise<HttpReply>;
  close(): Promise<void>;
}

/** Opens a gateway that trusts an issuer. */
export async function openLonelyGateway(trust: {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ClaimMap;
}): Promise<LonelyGateway> {
  const supergraph = readSupergraph(readFileSync(SUPERGRAPH, 'utf8'));
  const log = openLog('gateway', 'silent');
  const gateway = await createGateway({
    supergraph,
    urls: new Map(supergraph.subgraphs.map(({ name }) => [name, NOBODY])),
    deadlineMs: 1000,
    questions: [],
    identify: identifiedBy({ ...trust, log }),
    rule: houseRule(supergraph, NO_GRANTS, openClock(TODAY)),
    grants: NO_GRANTS,
    signIn: null,
    edge: housePolicy('any'),
    registered: new RegisteredOperations(),
    corsOrigins: new Set(),
    guardsNumbers: true,
    signer: GATEWAY_KEY.signer(),
    log,
  });
  const origin = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    send: (headers, search = '') => send(`${origin}/graphql${search}`, headers),
    close: () => gateway.close(),
  };
}

const BODY = JSON.stringify({ query: '{ __typename }' });

/** By node:http, since fetch would join headers of one name. */
function send(url: string, headers: readonly (readonly [string, string])[]): Promise<HttpReply> {
  const ours = [
    ['host', new URL(url).host],
    ['content-type', 'application/json'],
    ['content-length', String(Buffer.byteLength(BODY))],
  ];
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: [...ours, ...headers].flat(), agent: false };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Reply;
        resolve({ ...body, status: response.statusCode ?? 0, headers: response.headers });
      });
    });
    sent.on('error', reject);
    sent.end(BODY);
  });
}
