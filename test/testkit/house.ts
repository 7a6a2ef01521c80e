import { readFileSync } from 'node:fs';
import path from 'node:path';
import { employers } from '@simpul/employers/agency';
import { createGateway } from '@simpul/gateway/app';
import { readSupergraph } from '@simpul/gateway/supergraph/supergraph';
import type { Agency } from '@simpul/kit/agency/agency';
import type { Identity } from '@simpul/kit/identity/identity';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { type Log, openLog } from '@simpul/kit/log/log';
import { laborOffice } from '@simpul/labor-office/agency';
import { province } from '@simpul/province/agency';
import { trainingCenter } from '@simpul/training-center/agency';
import { type Reply, type TestAgency, ask, openTestAgency } from './agency';

const SUPERGRAPH = path.join(HOUSE_ROOT, 'schema/supergraph.graphql');

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
  ask(query: string, variables?: object): Promise<Reply>;
  close(): Promise<void>;
}

/** What may differ from the ordinary house. */
export interface HouseOptions {
  readonly deadlineMs?: number;
  /** Where the gateway finds an agency instead of at its own address. */
  readonly replaced?: Partial<Record<AgencyName, string>>;
  /** Who asks the agencies. */
  readonly identity?: Identity;
  /** Where the processes of the house log to. */
  readonly logOf?: (process: string) => Log;
}

/** Opens the house with its recorded facts and the given blocks of 250 demonstration people. */
export async function openHouse(
  demoBlocks: number,
  {
    deadlineMs = 20_000,
    replaced = {},
    identity,
    logOf = (name) => openLog(name, 'silent'),
  }: HouseOptions = {},
): Promise<House> {
  const who = identity ? { identity } : {};
  const names = Object.keys(AGENCIES) as AgencyName[];
  const opened = await Promise.all(
    names.map(
      async (name) =>
        [name, await openTestAgency(AGENCIES[name], demoBlocks, { log: logOf(name), ...who })] as const,
    ),
  );
  const agencies = Object.fromEntries(opened) as House['agencies'];
  const gateway = await createGateway({
    supergraph: readSupergraph(readFileSync(SUPERGRAPH, 'utf8')),
    urls: new Map(names.map((name) => [name, replaced[name] ?? `${agencies[name].origin}/graphql`])),
    deadlineMs,
    questions: [],
    guardsNumbers: true,
    log: logOf('gateway'),
  });
  const origin = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    agencies,
    ask: (query, variables) => ask(origin, query, variables),
    close: async () => {
      await gateway.close();
      await Promise.all(names.map((name) => agencies[name].close()));
    },
  };
}
