import { type IncomingHttpHeaders, type IncomingMessage, type Server, createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { type Log, openLog } from '@simpul/kit/log/log';
import { pino } from 'pino';

/** Something that passed by, and where. */
export interface Captured {
  readonly place: string;
  readonly text: string;
}

/** A listener between the gateway and an agency that keeps all that passes. */
export class Wire {
  readonly captured: Captured[] = [];
  /** Where the agency itself is; known only after the gateway was told of the wire. */
  target = '';

  private constructor(
    private readonly agency: string,
    private readonly server: Server,
  ) {}

  static async tap(agency: string): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(agency, server);
    server.on('request', (request, response) => {
      wire.pass(request).then(
        ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
        () => response.destroy(),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/graphql`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async pass(request: IncomingMessage): Promise<{ status: number; type: string; text: string }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const reply = await fetch(this.target, { method: 'POST', headers: forwarded(request.headers), body });
    const text = await reply.text();
    this.keep('request headers', JSON.stringify(request.headers));
    // The two doors that a number may pass: into the labour office to be compared, and out of it to be told.
    const { query = '' } = JSON.parse(body) as { query?: string };
    const isOwn = this.agency === 'labor-office';
    this.keep('request', isOwn && query.includes('verifyNik') ? query : body);
    if (!(isOwn && query.includes('revealNik'))) this.keep('answer', text);
    return { status: reply.status, type: reply.headers.get('content-type') ?? '', text };
  }

  private keep(what: string, text: string): void {
    this.captured.push({ place: `wire ${this.agency} ${what}`, text });
  }
}

function forwarded(headers: IncomingHttpHeaders): Record<string, string> {
  const hop = new Set(['connection', 'content-length', 'host', 'transfer-encoding', 'keep-alive']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      hop.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** A log at its most talkative, kept instead of printed. */
export function keptLog(process: string, captured: Captured[]): Log {
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      captured.push({ place: `log of ${process}`, text: chunk.toString() });
      done();
    },
  });
  return Object.assign(openLog(process, 'trace'), { [pino.symbols.streamSym]: sink });
}
