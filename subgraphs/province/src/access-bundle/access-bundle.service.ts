import type { RequestContext } from '@simpul/kit/context/context';
import type { Publication } from '@simpul/kit/agency/publication';
import { signBundle } from '@simpul/kit/policy/bundle';
import { ACCESS_BUNDLE_PATH, type AccessBundle, type BundleGrant } from '@simpul/schema/contract/bundle';
import { unsignedGrant } from '../data-grant/data-grant-signing.policy';
import {
  type PublishableGrant,
  type VersionedGrants,
  accessBundleRepository,
} from './access-bundle.repository';

/** All grants that open something, now or on a later day, as everybody who enforces them gets them. */
export async function readAccessBundle(ctx: RequestContext, asOf: Date): Promise<AccessBundle> {
  const { version, grants } = await readOfToday(ctx);
  return { version, asOf: asOf.toISOString(), grants: grants.map(publishedGrant) };
}

/** The bundle, served to whoever asks: it is signed, and all that it tells the registry tells everybody. */
export const accessBundle: Publication = {
  path: ACCESS_BUNDLE_PATH,
  keyFile: 'ACCESS_BUNDLE_KEY_FILE',
  sign: async (ctx, asOf, key) => signBundle(await readAccessBundle(ctx, asOf), key),
};

/** Grants begin and end at midnight by themselves; the first reading of a day tells that day from the one before. */
async function readOfToday(ctx: RequestContext): Promise<VersionedGrants> {
  const today = ctx.clock.today();
  const read = (): Promise<VersionedGrants> => ctx.read((db) => accessBundleRepository.read(db, today));
  const first = await read();
  if (!first.isOfEarlierDay) return first;
  await ctx.transact((db) => accessBundleRepository.beginDay(db, today));
  return read();
}

function publishedGrant(grant: PublishableGrant): BundleGrant {
  return {
    ...unsignedGrant(grant, grant),
    countersignatures: [
      { organization: grant.providerId, signature: grant.providerSignature },
      { organization: grant.recipientId, signature: grant.recipientSignature },
    ],
  };
}
