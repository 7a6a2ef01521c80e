import { BlockList, isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ConfigError } from '../config/config';
import type { Log } from '../log/log';

const CLOSE_WITHIN_MS = 10_000;
const EXIT_WITHIN_MS = CLOSE_WITHIN_MS + 1000;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** The gateway's key `HOST`: a loopback address, until agreements decide who reads what. Agencies need no such rule. */
export const hostSchema = z
  .string()
  .default('127.0.0.1')
  .refine(isLoopback, { error: ({ input }) => refusal(String(input)) });

/** Where a process listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Starts listening and answers the origin; refuses every host but loopback. */
export async function listen(app: FastifyInstance, { host, port }: Address): Promise<string> {
  if (!isLoopback(host)) throw new ConfigError(refusal(host));
  return app.listen({ host, port });
}

/**
 * Ends the process cleanly on SIGINT or SIGTERM: requests in flight are answered first, but not waited for longer than 10 s,
 * and nothing else longer than 11 s.
 */
export function closeOnSignal(app: FastifyInstance, log: Log): void {
  const close = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'closing');
    setTimeout(() => {
      app.server.closeAllConnections();
    }, CLOSE_WITHIN_MS).unref();
    // Closing also waits for statements whose request is gone.
    setTimeout(() => process.exit(1), EXIT_WITHIN_MS).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const version = isIP(host);
  return version !== 0 && loopback.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

function refusal(host: string): string {
  return `until agreements decide who reads what, the gateway listens on loopback only; refusing to listen on ${host}`;
}
