import { TestGatewayKey, callerAs } from '../testkit/gateway-key';
import { InternalTokenVerifier, assertBody } from '@simpul/kit/identity/internal-token-verifier';

const AUDIENCE = 'labor-office';
const WARM_UP = 500;
const MEASURED = 5_000;
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** About what the gateway sends for a page of 100 people. */
const BODY = JSON.stringify({
  query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
    name registration { status nextReportDue } } } }`,
  variables: { representations: Array.from({ length: 100 }, () => ({ __typename: 'Person', id: ID })) },
});

const CALLER = callerAs({
  subject: ID,
  client: 'portal',
  organization: ID,
  office: ID,
  roles: ['CASEWORKER', 'HEAD'],
  purpose: 'PLACEMENT',
});

/** CPU of one run, in µs: time on the clock would count whatever else the machine does. */
function cpuOf(work: () => unknown): number {
  for (let i = 0; i < WARM_UP; i += 1) work();
  const before = process.cpuUsage();
  for (let i = 0; i < MEASURED; i += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MEASURED;
}

const key = new TestGatewayKey();
const keys = { find: key.find.bind(key) };
const signer = key.signer();
const verifier = new InternalTokenVerifier({ audience: AUDIENCE, keys });
const word = signer.authorize(AUDIENCE, CALLER, BODY);
const bytes = Buffer.from(BODY);

const signature = cpuOf(() => signer.authorize(AUDIENCE, CALLER, BODY));
const verification = cpuOf(() => {
  assertBody(verifier.verify([word]), bytes);
});
process.stdout.write(
  `signing: ${signature.toFixed(1)} µs of CPU per signature, ${verification.toFixed(1)} µs per verification ` +
    `(${String(MEASURED)} each, body of ${String(bytes.length)} bytes)\n`,
);
