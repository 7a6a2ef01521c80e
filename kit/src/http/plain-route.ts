import type { FastifyInstance } from 'fastify';
import { readBody, textOf } from './request-body';

/** What a plain route may look at of a request. */
export interface PlainRequest {
  /** Parameters of the address; one that comes twice is a list. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Every value of `authorization` that was sent. */
  readonly authorizations: readonly string[];
}

/** Something that a process serves beside GraphQL, by GET. */
export interface PlainRoute {
  readonly path: string;
  /** Media type of the text. */
  readonly type: string;
  readonly text: (request: PlainRequest) => Promise<string>;
}

/** Serves a plain route. */
export function addPlainRoute(app: FastifyInstance, { path, type, text }: PlainRoute): void {
  app.get<{ Querystring: Record<string, unknown> }>(path, async ({ query, raw }, reply) =>
    reply.type(type).send(await text({ query, authorizations: raw.headersDistinct['authorization'] ?? [] })),
  );
}

/** Something that a process takes beside GraphQL: a text, by POST. */
export interface PostedRoute {
  readonly path: string;
  /** Throws what the text is refused for. */
  readonly take: (text: string) => Promise<void>;
}

/** Takes texts at a path. */
export function addPostedRoute(app: FastifyInstance, { path, take }: PostedRoute): void {
  app.post(path, async (request, reply) => {
    await take(textOf(await readBody(request.raw)));
    return reply.code(204).send();
  });
}
