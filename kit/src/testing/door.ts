import { expect, it } from '@jest/globals';
import type { Agency } from '../agency/agency';

const BODY = '{"query":"{ __typename }"}';
const SERVICE = '{"query":"{ _service { sdl } }"}';
const MUTATION = '{"query":"mutation { __typename }"}';

/** An agency as far as its door goes. */
export interface OpenDoor {
  readonly origin: string;
  /** The gateway's word for one body, as `authorization`; for another audience or of another time if so said. */
  authorize(body: string, differently?: { readonly audience?: string; readonly at?: number }): string;
}

/** What every agency promises about whom it serves: the gateway, each word of it for one body, and nobody else. */
export function describeDoor(agency: Agency, opened: () => OpenDoor): void {
  const post = (body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${opened().origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const expectRefused = async (reply: Promise<Response>): Promise<void> => {
    const response = await reply;
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  };

  it('is served with a good one', async () => {
    const response = await post(BODY, { authorization: opened().authorize(BODY) });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([BODY, SERVICE, MUTATION, 'no JSON'])('refuses %s that comes without', async (body) => {
    await expectRefused(post(body, {}));
  });

  it('refuses one for another agency', async () => {
    const authorization = opened().authorize(BODY, { audience: `${agency.name}-2` });
    await expectRefused(post(BODY, { authorization }));
  });

  it('refuses one that has ended', async () => {
    await expectRefused(post(BODY, { authorization: opened().authorize(BODY, { at: Date.now() - 36_000 }) }));
  });

  it('refuses one for another body', async () => {
    await expectRefused(post(SERVICE, { authorization: opened().authorize(BODY) }));
  });

  it('takes the one of a mutation once, and that of a query as often as it comes', async () => {
    const query = { authorization: opened().authorize(BODY) };
    expect([(await post(BODY, query)).status, (await post(BODY, query)).status]).toEqual([200, 200]);
    const mutation = { authorization: opened().authorize(MUTATION) };
    expect((await post(MUTATION, mutation)).status).toBe(200);
    await expectRefused(post(MUTATION, mutation));
  });
}
