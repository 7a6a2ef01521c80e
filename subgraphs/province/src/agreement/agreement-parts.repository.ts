import { type EntityManager, In } from 'typeorm';
import { AgreementChangeRow } from './agreement-change.entity';
import { AgreementPartyRow } from './agreement-party.entity';
import { SignatoryRow, WitnessRow } from './agreement-signing.entity';

export const agreementPartsRepository = {
  async findParties(db: EntityManager, ids: readonly string[]): Promise<AgreementPartyRow[]> {
    return db.find(AgreementPartyRow, { where: { agreementId: In([...ids]) }, order: { position: 'ASC' } });
  },

  async findSignatories(db: EntityManager, ids: readonly string[]): Promise<SignatoryRow[]> {
    return db.find(SignatoryRow, { where: { agreementId: In([...ids]) }, order: { position: 'ASC' } });
  },

  async findWitnesses(db: EntityManager, ids: readonly string[]): Promise<WitnessRow[]> {
    return db.find(WitnessRow, { where: { agreementId: In([...ids]) }, order: { position: 'ASC' } });
  },

  async findChanges(db: EntityManager, ids: readonly string[]): Promise<AgreementChangeRow[]> {
    return db.find(AgreementChangeRow, { where: { agreementId: In([...ids]) }, order: { version: 'ASC' } });
  },
};
