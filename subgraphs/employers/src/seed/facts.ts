import { insertRows, replaceRows, type NewRow } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { recordedId } from '@simpul/schema/contract/ids';
import { RECORDED_ON } from '@simpul/schema/contract/recorded-on';
import type { EntityManager } from 'typeorm';

/** Rises with every change of the facts below. */
export const FACTS_VERSION = 1;

/**
 * The one fact of this agency that a source tells (001_21146200500bea98.txt): investment in Kota Serang leads to a need
 * of workers, for which BBPVP Serang prepares residents. Who invests, in what, how many and when it does not say.
 */
const INVESTOR_LED_NEED: NewRow = {
  id: recordedId('investment-need', 'investor-led/36.73'),
  region_code: '36.73',
  source_name: '001_21146200500bea98.txt',
  source_kind: 'PRESS',
  demo: false,
};

export async function loadFacts(db: EntityManager): Promise<void> {
  await db.query('DELETE FROM investment_need WHERE id = $1', [INVESTOR_LED_NEED['id']]);
  await replaceRows(db, 'investment_need', [INVESTOR_LED_NEED]);
  const told = loadedEvent({
    aggregateType: 'InvestmentNeed',
    aggregateId: String(INVESTOR_LED_NEED['id']),
    type: 'InvestmentNeedRecorded',
    occurredOn: RECORDED_ON,
    payload: { region: '36.73' },
    demo: false,
  });
  await insertRows(db, 'event', [told]);
}
