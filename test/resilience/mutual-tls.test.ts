import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { json } from 'node:stream/consumers';
import { type TlsIdentity, readTls, tlsProblems } from '@simpul/kit/config/tls';
import { type CertificateFiles, TestAuthority } from '../testkit/certificates';
import { startAgencyProcess } from '../testkit/agency-process';
import { GATEWAY_KEY, callerAs } from '../testkit/gateway-key';
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
function post(origin: string, shown: Partial<CertificateFiles>, path = '/graphql'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      {
        method: path === '/graphql' ? 'POST' : 'GET',
        agent: false,
        ca: readFileSync(authority.certificate),
        ...(shown.cert && shown.key ? { cert: readFileSync(shown.cert), key: readFileSync(shown.key) } : {}),
        headers: {
          'content-type': 'application/json',
          authorization: GATEWAY_KEY.signer().authorize('employers', callerAs(), BODY),
        },
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
    expect(house.agencies.employers.origin).toMatch(/^https:/);
    expect(await post(house.agencies.employers.origin, gateway)).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    ['none', {}],
    ['one of another authority', intruder],
  ])('refuse the connection of who shows %s, good token or not', async (_, shown) => {
    await expect(post(house.agencies.employers.origin, shown)).rejects.toMatchObject({
      code: expect.stringMatching(/^E|^ERR_SSL/) as string,
    });
    await expect(post(house.agencies.employers.origin, shown, '/health/live')).rejects.toThrow();
  });

  it('are told so by three keys of the environment', async () => {
    const { databaseUrl } = house.agencies.employers;
    const started = await startAgencyProcess('employers', databaseUrl, {
      env: {
        TLS_CERT_FILE: agency.cert,
        TLS_KEY_FILE: agency.key,
        TLS_CLIENT_CA_FILE: authority.certificate,
      },
    });
    try {
      expect(started.origin).toMatch(/^https:/);
      expect(await post(started.origin, gateway)).toEqual({ data: { __typename: 'Query' } });
      await expect(post(started.origin, intruder)).rejects.toThrow();
    } finally {
      started.child.kill();
      await started.ended;
    }
  });

  it('are not there for plain HTTP', async () => {
    await expect(
      fetch(`${house.agencies.employers.origin.replace('https', 'http')}/health/live`),
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
