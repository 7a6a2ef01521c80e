import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { CannotStart } from '../postgres/cannot-start';
import { hasCode } from '../postgres/database';

const LOOPBACK = '127.0.0.1';

/** Refuses to go on when a port is in use already. */
export async function assertPortFree(port: number, host = LOOPBACK): Promise<void> {
  try {
    await close(await listen(port, host));
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE', 'EACCES')) throw error;
    throw new CannotStart(
      `Port ${String(port)} is in use or not allowed. Choose another one, for example: PORT=4100 npm start`,
    );
  }
}

/** Ports that nobody uses; all different, since they are held at the same time before they are given back. */
export async function freePorts(count: number, host = LOOPBACK): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0, host)));
  const ports = servers.map(portOf);
  await Promise.all(servers.map(close));
  return ports;
}

/** The port of an address that was used before, if nobody uses it now; else one that is free. */
export async function sameFreePort(before: string | undefined, host = LOOPBACK): Promise<number> {
  const port = before === undefined ? 0 : Number(new URL(before).port);
  try {
    const server = await listen(port, host);
    const found = portOf(server);
    await close(server);
    return found;
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE', 'EACCES')) throw error;
    const [other = 0] = await freePorts(1, host);
    return other;
  }
}

async function listen(port: number, host: string): Promise<Server> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port.');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
