const EVERY_MS = 20;

/** Asks as somebody does who means no harm; anything but the answer is an error. */
export async function innocentAsks(origin: string): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{"query":"{ __typename }"}',
    signal: AbortSignal.timeout(20_000),
  });
  const { data } = (await response.json()) as { data?: { __typename?: string } };
  if (response.status !== 200 || data?.__typename !== 'Query')
    throw new Error(`An innocent client got ${response.status}.`);
}

/** An innocent client that asks all the time, and how long it had to wait at worst. */
export class Innocent {
  worstMs = 0;
  asked = 0;
  private during = true;
  private readonly done: Promise<void>;

  constructor(private readonly origin: string) {
    this.done = this.run();
  }

  /** How long the longest wait was since the last time somebody asked. */
  takeWorst(): number {
    const worst = this.worstMs;
    this.worstMs = 0;
    return worst;
  }

  async stop(): Promise<void> {
    this.during = false;
    await this.done;
  }

  private async run(): Promise<void> {
    while (this.during) {
      const began = performance.now();
      await innocentAsks(this.origin);
      this.asked += 1;
      const waited = performance.now() - began;
      this.worstMs = Math.max(this.worstMs, waited);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - waited)));
    }
  }
}
