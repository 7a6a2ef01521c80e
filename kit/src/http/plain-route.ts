import type { FastifyInstance } from 'fastify';
import { readBody, textOf } from './request-body';

/** Something that a process serves beside GraphQL, by GET and without parameters. */
export interface PlainRoute {
  readonly path: string;
  /** Media type of the text. */
  readonly type: string;
  readonly text: () => Promise<string>;
}

/** Serves a plain route. */
export function addPlainRoute(app: FastifyInstance, { path, type, text }: PlainRoute): void {
  app.get(path, async (_request, reply) => reply.type(type).send(await text()));
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
