import type { TlsIdentity } from '@simpul/kit/config/tls';
import type { Caller } from '@simpul/kit/identity/internal-token';
import type { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';
import { EXPLAIN_ACCESS, EXPLAIN_HEADER } from '@simpul/schema/contract/access-explanation';
import { type Dispatcher, Pool } from 'undici';
import { type SubgraphAnswer, readAnswer } from './subgraph-answer';
import { SubgraphFault } from './subgraph-fault';

const CONNECTIONS = 64;
const UNAUTHORIZED = 401;
const ANSWER_LIMIT = 16 * 1024 * 1024;

const CONNECTION_FAILURES = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** One operation for one agency; nothing else of the caller's request leaves the gateway. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly isMutation: boolean;
  readonly caller: Caller;
  readonly requestId: string;
  /** Whether the agency is to say why it answers as it does. */
  readonly explains: boolean;
}

/** Where an agency is, how long it may take for a whole exchange, the body included, and how it knows the gateway. */
export interface SubgraphEndpoint {
  /** The agency's name, for which tokens are made. */
  readonly name: string;
  readonly url: string;
  readonly deadlineMs: number;
  /** Null before subgraphs that know no such tokens. */
  readonly signer: InternalTokenSigner | null;
  readonly tls: TlsIdentity | null;
}

/** Talks to one agency over kept-alive connections; an exchange ends at its deadline, whatever the agency does. */
export class SubgraphClient {
  private readonly pool: Pool;
  private readonly path: string;

  constructor(private readonly endpoint: SubgraphEndpoint) {
    const { origin, pathname, search } = new URL(endpoint.url);
    this.path = pathname + search;
    // The deadline covers connecting, headers and body together, so undici's own time limits are off.
    this.pool = new Pool(origin, {
      connections: CONNECTIONS,
      maxResponseSize: ANSWER_LIMIT,
      headersTimeout: 0,
      bodyTimeout: 0,
      ...(endpoint.tls ? { connect: { ...endpoint.tls } } : {}),
    });
  }

  /** Sends an operation; throws a {@link SubgraphFault} when no GraphQL answer came back. */
  async send(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const { deadlineMs } = this.endpoint;
    const deadline = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    // undici does not look at the signal of a request that still waits for a connection, so the deadline is raced.
    const expired = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const fault = new SubgraphFault('SUBGRAPH_TIMEOUT', `no answer within ${String(deadlineMs)} ms`);
        deadline.abort(fault);
        reject(fault);
      }, deadlineMs);
    });
    try {
      return await Promise.race([this.exchange(request, deadline.signal), expired]);
    } catch (error) {
      throw faultOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Closes the connections once the exchanges under way have ended. */
  close(): Promise<void> {
    return this.pool.close();
  }

  private async exchange(request: SubgraphRequest, signal: AbortSignal): Promise<SubgraphAnswer> {
    const { query, operationName, variables, caller, requestId, isMutation, explains } = request;
    const { name, signer } = this.endpoint;
    const body = JSON.stringify({ query, operationName, variables });
    // Made anew for a second attempt: its token must differ from that of the first.
    const attempt = (): Dispatcher.RequestOptions => ({
      method: 'POST',
      path: this.path,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'x-request-id': requestId,
        ...(explains ? { [EXPLAIN_HEADER]: EXPLAIN_ACCESS } : {}),
        ...(signer ? { authorization: signer.authorize(name, caller, body) } : {}),
      },
      body,
      signal,
    });
    const response = await this.connected(attempt, signal, isMutation ? 0 : 1);
    const { statusCode } = response;
    if (signer && statusCode === UNAUTHORIZED) {
      await response.body.dump();
      throw new SubgraphFault('SUBGRAPH_REFUSED', "the gateway's token is refused: compare keys and clocks");
    }
    return readAnswer(statusCode, response.headers['content-type'], await response.body.arrayBuffer());
  }

  /** A mutation is never repeated: it may have been executed before the connection broke. */
  private async connected(
    attempt: () => Dispatcher.RequestOptions,
    signal: AbortSignal,
    retries: number,
  ): Promise<Dispatcher.ResponseData> {
    try {
      return await this.pool.request(attempt());
    } catch (error) {
      if (retries === 0 || signal.aborted || !CONNECTION_FAILURES.has(codeOf(error))) throw error;
      return this.connected(attempt, signal, retries - 1);
    }
  }
}

function faultOf(error: unknown): SubgraphFault {
  if (error instanceof SubgraphFault) return error;
  const code = codeOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new SubgraphFault('SUBGRAPH_INVALID_RESPONSE', 'answer too large');
  return new SubgraphFault('SUBGRAPH_UNAVAILABLE', code);
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no connection';
}
