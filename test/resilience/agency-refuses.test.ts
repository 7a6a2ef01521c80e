import { anonymous } from '@simpul/kit/identity/identity';
import { openLog } from '@simpul/kit/log/log';
import { TestGatewayKey } from '../testkit/gateway-key';
import { type House, openHouse } from '../testkit/house';

const POST = `mutation ($input: PostVacancyInput!) { postVacancy(input: $input) { __typename } }`;
const VACANCY = {
  ...{ idempotencyKey: 'k-1', employer: '00000000-0000-4000-8000-000000000000', title: 'Juru las' },
  ...{ openings: 1, scheme: 'EMPLOYMENT', competencyUnits: [] },
};

describe('a gateway whose key the agencies do not know', () => {
  const log = openLog('gateway', 'silent');
  const error = jest.spyOn(log, 'error');
  let house: House;
  beforeAll(async () => {
    house = await openHouse(0, {
      signer: new TestGatewayKey().signer(),
      logOf: () => log,
    });
  });
  afterAll(() => house.close());

  it('tells its callers that it is not their fault, and its operator what to look at', async () => {
    const { data, errors } = await house.ask('{ regions(first: 1) { nodes { code } } }');
    expect(data).toEqual({ regions: null });
    expect(errors).toEqual([
      {
        message: 'The agency province does not take the word of this gateway; its operator has to mend that.',
        path: ['regions'],
        extensions: { code: 'SUBGRAPH_REFUSED', agency: 'province', count: 1 },
      },
    ]);
    expect(error.mock.calls).toEqual([
      [
        {
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          agency: 'province',
          code: 'SUBGRAPH_REFUSED',
          reason: "the gateway's token is refused: compare keys and clocks",
        },
        'fetch failed',
      ],
    ]);
  });
});

const NOBODY = { login: null, purpose: null };

describe('a caller without a credential', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(0);
  });
  afterAll(() => house.close());

  it('may read, and changes nothing', async () => {
    const reading = await house.ask('{ regions(first: 1) { nodes { code } } }', {}, NOBODY);
    expect(reading.errors).toBeUndefined();

    const { data, errors } = await house.ask(POST, { input: VACANCY }, NOBODY);
    expect(data).toEqual({ postVacancy: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['postVacancy'], 'UNAUTHENTICATED'],
    ]);
    const direct = await house.agencies.employers.ask(POST, { input: VACANCY }, anonymous);
    expect(direct.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(await house.agencies.employers.sql('SELECT 1 FROM idempotency')).toEqual([]);
  });
});
