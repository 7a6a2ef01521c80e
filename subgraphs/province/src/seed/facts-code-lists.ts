import { replaceRows } from '@simpul/kit/database/rows';
import { regionCodes } from '@simpul/kit/input/region-codes';
import {
  type CodeRow,
  DEMO_INDUSTRIES,
  DEMO_OCCUPATIONS,
  INDUSTRY_VERSION,
  OCCUPATION_VERSION,
} from '@simpul/schema/demo/codes';
import type { EntityManager } from 'typeorm';
import type { ListName } from '../code-list/code-list.entity';

/** Regions of the whole country; of occupations and industries those that the demonstration uses. */
export async function loadCodeLists(db: EntityManager): Promise<void> {
  await replaceRows(
    db,
    'region',
    [...regionCodes().values()].map(({ code, name, level, parent }) => ({
      ...{ code, name, level },
      parent_code: parent,
      // Differs from the Kemendagri code at district level; no concordance is at hand.
      bps_code: null,
    })),
  );
  await loadList(db, 'KBJI', OCCUPATION_VERSION, DEMO_OCCUPATIONS);
  await loadList(db, 'KBLI', INDUSTRY_VERSION, DEMO_INDUSTRIES);
}

async function loadList(
  db: EntityManager,
  list: ListName,
  version: string,
  codes: readonly CodeRow[],
): Promise<void> {
  await replaceRows(
    db,
    'listed_code',
    codes.map(({ code, name, parent }) => ({
      ...{ list, code, name, version },
      parent_code: parent,
      // KBJI 2014 takes its numbers from ISCO-08.
      isco_code: list === 'KBJI' ? code : null,
    })),
  );
}
