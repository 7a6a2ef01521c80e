import { addDays } from '@simpul/kit/clock/clock';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { AgreementChangeRow } from './agreement-change.entity';
import type { AgreementPartyRow } from './agreement-party.entity';
import type { SignatoryRow, WitnessRow } from './agreement-signing.entity';
import type { AgreementRow } from './agreement.entity';
import { agreementPartsRepository } from './agreement-parts.repository';

/** An agreement as it is shown today. */
type ShownAgreement = Pick<AgreementRow, 'id' | 'status' | 'version'> & {
  readonly expiresOn?: string | null;
};

/** What hangs on an agreement and has no life without it. */
export const agreementPartsService = {
  async listParties(ctx: RequestContext, agreementId: string): Promise<AgreementPartyRow[]> {
    return (await ctx.load(partiesOfAgreements, agreementId)) ?? [];
  },

  async listSignatories(ctx: RequestContext, agreementId: string): Promise<SignatoryRow[]> {
    return (await ctx.load(signatoriesOfAgreements, agreementId)) ?? [];
  },

  async listWitnesses(ctx: RequestContext, agreementId: string): Promise<WitnessRow[]> {
    return (await ctx.load(witnessesOfAgreements, agreementId)) ?? [];
  },

  /** The recorded changes, and the one that nobody records: the end of the last day. */
  async listChanges(ctx: RequestContext, agreement: ShownAgreement): Promise<AgreementChangeRow[]> {
    const recorded = (await ctx.load(changesOfAgreements, agreement.id)) ?? [];
    const end = endOf(agreement, recorded.at(-1));
    return end ? [...recorded, end] : recorded;
  },
};

function endOf(
  { id, status, expiresOn, version }: ShownAgreement,
  last: AgreementChangeRow | undefined,
): AgreementChangeRow | null {
  if (status !== 'EXPIRED' || expiresOn == null || last?.toStatus === 'EXPIRED') return null;
  return Object.assign(new AgreementChangeRow(), {
    ...{ agreementId: id, version, fromStatus: last?.toStatus ?? null, toStatus: status },
    changedAt: new Date(`${addDays(expiresOn, 1)}T00:00:00+07:00`),
    ...{ byOrganizationId: null, byRole: null, reason: 'Its last day has passed.' },
  });
}

const agreementOf = ({ agreementId }: { agreementId: string }): string => agreementId;

const partiesOfAgreements: Batch<AgreementPartyRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findParties(db, ids)), agreementOf);

const signatoriesOfAgreements: Batch<SignatoryRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findSignatories(db, ids)), agreementOf);

const witnessesOfAgreements: Batch<WitnessRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findWitnesses(db, ids)), agreementOf);

const changesOfAgreements: Batch<AgreementChangeRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findChanges(db, ids)), agreementOf);
