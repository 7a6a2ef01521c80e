import type { FastifyInstance } from 'fastify';

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
