import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { json } from 'node:stream/consumers';
import { type TlsIdentity, readTls, tlsProblems } from '@simpul/kit/config/tls';
import { type CertificateFiles, TestAuthority } from '../testkit/certificates';
import { type House, openHouse } from '../testkit/house';

const KEYS = { cert: 'CERT', key: 'KEY', ca: 'CA' };
const BODY = '{"query":"{ __typename }"}';
const REGIONS = '{ regions(first: 1) { nodes { code } } }';

const authority = new TestAuthority('House');
const stranger = new TestAuthority('Stranger');
const [agency, gateway] = [authority.issue('agency'), authority.issue('gateway')];
const intruder = stranger.issue('gateway');
afterAll(() => {
  authority.remove();
  stranger.remove();
});

const tlsOf = ({ cert, key }: CertificateFiles, ca = authority): TlsIdentity => {
  const read = readTls({ CERT: cert, KEY: key, CA: ca.certificate }, KEYS);
  if (!read) throw new Error('the files are not read');
  return read;
};

/** Posts to an agency by itself; a connection that is refused rejects. */
function post(house: House, shown: Partial<CertificateFiles>, path = '/graphql'): Promise<unknown> {
  const { origin, authorize } = house.agencies.province;
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      {
        method: path === '/graphql' ? 'POST' : 'GET',
        agent: false,
        ca: readFileSync(authority.certificate),
        ...(shown.cert && shown.key ? { cert: readFileSync(shown.cert), key: readFileSync(shown.key) } : {}),
        headers: { 'content-type': 'application/json', authorization: authorize(BODY) },
      },
      (response) => {
        json(response).then(resolve, reject);
      },
    );
    sent.on('error', reject);
    sent.end(path === '/graphql' ? BODY : undefined);
  });
}

describe('agencies that want certificates', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(0, { agencyTls: tlsOf(agency), gatewayTls: tlsOf(gateway) });
  });
  afterAll(() => house.close());

  it('serve the gateway that shows one of their authority', async () => {
    const { data, errors } = await house.ask(REGIONS);
    expect(errors).toBeUndefined();
    expect(data?.['regions']).not.toBeNull();
    expect(house.agencies.province.origin).toMatch(/^https:/);
    expect(await post(house, gateway)).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    ['none', {}],
    ['one of another authority', intruder],
  ])('refuse the connection of who shows %s, good token or not', async (_, shown) => {
    await expect(post(house, shown)).rejects.toMatchObject({
      code: expect.stringMatching(/^E|^ERR_SSL/) as string,
    });
    await expect(post(house, shown, '/health/live')).rejects.toThrow();
  });

  it('are not there for plain HTTP', async () => {
    await expect(
      fetch(`${house.agencies.province.origin.replace('https', 'http')}/health/live`),
    ).rejects.toThrow();
  });
});

describe.each([
  ['shows a certificate of another authority', tlsOf(intruder)],
  ['trusts another authority', tlsOf(gateway, stranger)],
])('a gateway that %s', (_, gatewayTls) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(0, { agencyTls: tlsOf(agency), gatewayTls });
  });
  afterAll(() => house.close());

  it('reaches no agency', async () => {
    const { data, errors } = await house.ask(REGIONS);
    expect(data).toEqual({ regions: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });
});

describe('the keys of the configuration', () => {
  const set = { CERT: agency.cert, KEY: agency.key, CA: authority.certificate };

  it('are all set or none', () => {
    expect(tlsProblems({}, KEYS)).toEqual([]);
    expect(readTls({}, KEYS)).toBeNull();
    expect(tlsProblems(set, KEYS)).toEqual([]);
    const why = 'set all of CERT, KEY, CA or none';
    expect(tlsProblems({ CERT: agency.cert }, KEYS)).toEqual([
      ['KEY', why],
      ['CA', why],
    ]);
  });

  it('name files that are there and fit together', () => {
    expect(tlsProblems({ ...set, CA: '/nowhere' }, KEYS)).toEqual([
      ['CA', 'must be a file in PEM that can be read'],
    ]);
    expect(tlsProblems({ ...set, KEY: gateway.key }, KEYS)).toEqual([['KEY', 'must be the key of CERT']]);
  });
});
