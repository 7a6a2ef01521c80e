import { readFileSync } from 'node:fs';
import path from 'node:path';
import { employers } from '@simpul/employers/agency';
import { houseRule } from '@simpul/gateway/access/agreement-rule';
import { createGateway } from '@simpul/gateway/app';
import { type EdgePolicy, housePolicy } from '@simpul/gateway/edge/edge-policy';
import { RegisteredOperations } from '@simpul/gateway/edge/registered-operations';
import { identifiedBy } from '@simpul/gateway/identity/identify';
import { readSupergraph } from '@simpul/gateway/supergraph/supergraph';
import type { Agency } from '@simpul/kit/agency/agency';
import type { TlsIdentity } from '@simpul/kit/config/tls';
import type { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { openClock } from '@simpul/kit/clock/clock';
import { type Log, openLog } from '@simpul/kit/log/log';
import { laborOffice } from '@simpul/labor-office/agency';
import { province } from '@simpul/province/agency';
import type { Purpose } from '@simpul/schema/contract/identity';
import { trainingCenter } from '@simpul/training-center/agency';
import { GATEWAY_KEY } from './gateway-key';
import { type Reply, TODAY, type TestAgency, ask, openTestAgency } from './agency';
import { HouseGrants } from './house-grants';
import { type TestIssuer, openTestIssuer } from './issuer';

const SUPERGRAPH = path.join(HOUSE_ROOT, 'schema/supergraph.graphql');
const OPERATIONS = path.join(HOUSE_ROOT, 'schema/operations');

/** Every agency by its name in the supergraph. */
export const AGENCIES = {
  'labor-office': laborOffice,
  'training-center': trainingCenter,
  province,
  employers,
} satisfies Record<string, Agency>;

export type AgencyName = keyof typeof AGENCIES;

/** The whole federation over databases of its own: four agencies and the gateway, all over HTTP. */
export interface House {
  readonly origin: string;
  readonly agencies: Record<AgencyName, TestAgency>;
  /** Asks as an agency that has a purpose, unless it is said who asks. */
  ask(query: string, variables?: object, as?: Asking): Promise<Reply>;
  readonly issuer: TestIssuer;
  close(): Promise<void>;
}

/** Who asks, and what for; null is nobody, and for nothing. */
export interface Asking {
  readonly login?: string | null;
  readonly purpose?: Purpose | null;
  /** Whether the answer is to explain itself. */
  readonly explains?: boolean;
}

/** What may differ from the ordinary house. */
export interface HouseOptions {
  readonly deadlineMs?: number;
  /** What the gateway signs with instead of the key that agencies know. */
  readonly signer?: InternalTokenSigner;
  /** With what agencies serve https, and with what the gateway comes to them then. */
  readonly agencyTls?: TlsIdentity;
  readonly gatewayTls?: TlsIdentity;
  /** Where the gateway finds an agency instead of at its own address. */
  readonly replaced?: Partial<Record<AgencyName, string>>;
  /** Where the processes of the house log to. */
  readonly logOf?: (process: string) => Log;
  /** What anybody may run without signing in; in production what is registered. */
  readonly publicOperations?: EdgePolicy['publicOperations'];
}

/** Opens the house with its recorded facts and the given blocks of 250 demonstration people. */
export async function openHouse(demoBlocks: number, options: HouseOptions = {}): Promise<House> {
  const { deadlineMs = 20_000, replaced = {}, signer = GATEWAY_KEY.signer(), agencyTls: tls } = options;
  const { logOf = (process: string) => openLog(process, 'silent'), publicOperations = 'any' } = options;
  const names = Object.keys(AGENCIES) as AgencyName[];
  const grants = new HouseGrants();
  const opened = await Promise.all(
    names.map(
      async (name) =>
        [name, await openTestAgency(AGENCIES[name], demoBlocks, { log: logOf(name), tls, grants })] as const,
    ),
  );
  const agencies = Object.fromEntries(opened) as House['agencies'];
  await grants.read(agencies.province.databaseUrl);
  const issuer = await openTestIssuer();
  const supergraph = readSupergraph(readFileSync(SUPERGRAPH, 'utf8'));
  const log = logOf('gateway');
  const gateway = await createGateway({
    supergraph,
    urls: new Map(names.map((name) => [name, replaced[name] ?? `${agencies[name].origin}/graphql`])),
    deadlineMs,
    questions: [],
    identify: identifiedBy({ ...issuer.trust, log }),
    rule: houseRule(supergraph, grants, openClock(TODAY)),
    grants,
    signIn: null,
    edge: housePolicy(publicOperations),
    registered: await RegisteredOperations.load(OPERATIONS),
    corsOrigins: new Set(),
    guardsNumbers: true,
    signer,
    tls: options.gatewayTls ?? null,
    log,
  });
  const origin = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    agencies,
    issuer,
    ask: async (query, variables, as = {}) => ask(origin, query, variables, await credentialsOf(issuer, as)),
    close: async () => {
      await Promise.all([gateway.close(), issuer.close()]);
      await Promise.all(names.map((name) => agencies[name].close()));
    },
  };
}

async function credentialsOf(
  issuer: TestIssuer,
  { login = 'caseworker', purpose = 'PLACEMENT', explains = false }: Asking,
): Promise<Record<string, string>> {
  return {
    ...(login === null ? {} : { authorization: `Bearer ${await issuer.tokenFor(login)}` }),
    ...(purpose === null ? {} : { 'x-purpose': purpose }),
    ...(explains ? { 'x-explain': 'access' } : {}),
  };
}
