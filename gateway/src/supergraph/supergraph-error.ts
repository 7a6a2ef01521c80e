/** A supergraph that cannot be served; the message says why, for whoever composed it. */
export class SupergraphError extends Error {
  constructor(reason: string) {
    super(`The supergraph cannot be served: ${reason}.`);
    this.name = 'SupergraphError';
  }
}
