/** The server's first role: it makes the databases and the agencies' roles. */
export const SUPERUSER = 'simpul';

/** Nothing listens on it: it is a part of the socket's name, and said so that PGPORT does not change it. */
export const SOCKET_PORT = '5432';

/**
 * A connection URL through a socket. The host in front is never asked: it is there because a URL without one is refused by
 * the URL parser of the platform, with which others derive their own role's URL from this one.
 */
export function socketUrl(socketFolder: string, database: string, role = SUPERUSER): string {
  return `postgresql://${encodeURIComponent(role)}@localhost:${SOCKET_PORT}/${encodeURIComponent(database)}?host=${socketFolder}`;
}

/** The same server and credentials, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.toString();
}
