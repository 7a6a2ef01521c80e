import path from 'node:path';
import { insertRows } from '@simpul/kit/database/rows';
import { signGrant } from '@simpul/kit/policy/bundle';
import { type SigningKey, makeSigningKey, publicJwk, readSigningKey } from '@simpul/kit/keys/signing-key';
import { ORGANIZATIONS, type OrganizationSlug, organizationId } from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import { unsignedGrant } from '../data-grant/data-grant-signing.policy';
import { AgreementRow } from '../agreement/agreement.entity';
import { ClauseRow } from '../clause/clause.entity';
import { DataGrantRow } from '../data-grant/data-grant.entity';

/** Since when the demonstration keys hold: before the first demonstration agreement. */
const VALID_FROM = '2025-01-01';

/** The keys that demonstration grants are signed with, each organisation's own. */
export type DemoKeys = (slug: OrganizationSlug) => SigningKey;

/** Keys of a folder; without one, keys that nobody keeps: the grants are signed, and no more will be. */
export function demoKeys(folder: string | undefined): DemoKeys {
  const opened = new Map<OrganizationSlug, SigningKey>();
  return (slug) => {
    const key =
      opened.get(slug) ??
      (folder === undefined ? makeSigningKey() : readSigningKey(path.join(folder, `${slug}.jwk`)));
    opened.set(slug, key);
    return key;
  };
}

/** Has both sides of every demonstration grant sign it, unless they have, and tells the registry their public keys. */
export async function signDemoGrants(db: EntityManager, keys: DemoKeys): Promise<void> {
  const unsigned = await findUnsigned(db);
  if (unsigned.length === 0) return;
  const slugs = new Map(ORGANIZATIONS.map((slug) => [organizationId(slug), slug]));
  const signers = new Map<string, SigningKey>();
  for (const { providerId, recipientId } of unsigned) {
    for (const id of [providerId, recipientId]) {
      const slug = slugs.get(id);
      if (slug !== undefined) signers.set(id, keys(slug));
    }
  }
  await insertRows(db, 'organization_key', [...signers].map(keyRow));
  for (const grant of unsigned) await sign(db, grant, signers);
  await db.query('UPDATE access_version SET version = version + 1');
}

async function findUnsigned(db: EntityManager): Promise<DataGrantRow[]> {
  return db
    .createQueryBuilder(DataGrantRow, 'data_grant')
    .where('data_grant.demo')
    .andWhere('NOT EXISTS (SELECT FROM data_grant_countersignature word WHERE word.grant_id = data_grant.id)')
    .getMany();
}

function keyRow([organization, key]: [string, SigningKey]): Record<string, unknown> {
  const jwk = publicJwk(key);
  return {
    ...{ kid: jwk.kid, organization_id: organization, jwk },
    ...{ valid_from: VALID_FROM, valid_to: null, demo: true },
  };
}

async function sign(
  db: EntityManager,
  grant: DataGrantRow,
  signers: ReadonlyMap<string, SigningKey>,
): Promise<void> {
  const { effectiveFrom, expiresOn } = await db.findOneByOrFail(AgreementRow, { id: grant.agreementId });
  const clause = grant.clauseId === null ? null : await db.findOneBy(ClauseRow, { id: grant.clauseId });
  const matter = unsignedGrant(grant, { effectiveFrom, expiresOn, clauseNumber: clause?.number ?? null });
  const words = [];
  for (const id of [grant.providerId, grant.recipientId]) {
    const key = signers.get(id);
    if (!key) continue;
    words.push({
      ...{ grant_id: grant.id, organization_id: id, signature: await signGrant(matter, key) },
      ...{ account: `loader/${id}`, role: 'HEAD', confirmed_at: `${grant.validFrom}T08:00:00+07:00` },
    });
  }
  await insertRows(db, 'data_grant_countersignature', words);
}
