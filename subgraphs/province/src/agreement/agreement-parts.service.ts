import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { AgreementChangeRow } from './agreement-change.entity';
import type { AgreementPartyRow } from './agreement-party.entity';
import type { SignatoryRow, WitnessRow } from './agreement-signing.entity';
import { agreementPartsRepository } from './agreement-parts.repository';

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

  async listChanges(ctx: RequestContext, agreementId: string): Promise<AgreementChangeRow[]> {
    return (await ctx.load(changesOfAgreements, agreementId)) ?? [];
  },
};

const agreementOf = ({ agreementId }: { agreementId: string }): string => agreementId;

const partiesOfAgreements: Batch<AgreementPartyRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findParties(db, ids)), agreementOf);

const signatoriesOfAgreements: Batch<SignatoryRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findSignatories(db, ids)), agreementOf);

const witnessesOfAgreements: Batch<WitnessRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findWitnesses(db, ids)), agreementOf);

const changesOfAgreements: Batch<AgreementChangeRow[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => agreementPartsRepository.findChanges(db, ids)), agreementOf);
