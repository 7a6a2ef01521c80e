import { type Audit, serverAudits } from 'graphql-http';
import { AGENCIES, type AgencyName, type House, openHouse } from '../testkit/house';
import { GATEWAY_KEY, callerAs } from '../testkit/gateway-key';

let house: House;
beforeAll(async () => {
  house = await openHouse(0);
});
afterAll(() => house.close());

type Fetch = typeof fetch;

/** The audits that fail, each with its own words. */
async function failing(audits: readonly Audit[]): Promise<string[]> {
  const failed: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== 'ok') failed.push(`${audit.id} ${audit.name}: ${result.reason}`);
  }
  return failed;
}

it('the gateway passes every audit of GraphQL over HTTP with the right to read the schema', async () => {
  const authorization = `Bearer ${await house.issuer.tokenFor('developer')}`;
  const fetchFn: Fetch = (url, options) =>
    fetch(url, { ...options, headers: { ...(options?.headers as object), authorization } });
  const audits = serverAudits({ url: `${house.origin}/graphql`, fetchFn });
  expect(audits).toHaveLength(61);
  expect(await failing(audits)).toEqual([]);
});

describe.each(Object.keys(AGENCIES) as AgencyName[])('%s', (name) => {
  const signed: Fetch = (url, options) => {
    const body = typeof options?.body === 'string' ? options.body : '';
    const authorization = GATEWAY_KEY.signer().authorize(name, callerAs(), body);
    return fetch(url, { ...options, headers: { ...(options?.headers as object), authorization } });
  };

  it('passes every audit that does not ask by GET', async () => {
    const audits = serverAudits({ url: `${house.agencies[name].origin}/graphql`, fetchFn: signed });
    const byPost = audits.filter((audit) => !/\bGETs?\b/.test(audit.name));
    expect(byPost.length).toBeGreaterThan(50);
    expect(await failing(byPost)).toEqual([]);
  });

  it('answers GET with 405', async () => {
    const { status, headers } = await signed(`${house.agencies[name].origin}/graphql?query={__typename}`);
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });
});
