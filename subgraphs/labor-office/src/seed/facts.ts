import { type NewRow, insertRows, replaceRows } from '@simpul/kit/database/rows';
import type { StoredSource } from '@simpul/kit/database/sources';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { recordedId } from '@simpul/schema/contract/ids';
import { RECORDED_ON } from '@simpul/schema/contract/recorded-on';
import type { EntityManager } from 'typeorm';

/** Rises with every change of the facts below. */
export const FACTS_VERSION = 1;

const SERANG = {
  region_code: '36.73',
  title: 'Perwal Kota Serang, 80 % local workers (the sources give no title)',
  threshold: 0.8,
  effective_from: null,
  numerator: 'Residents of Kota Serang (warga Kota Serang)',
};

const NOT_AVAILABLE = 'Qualification not available locally (art. 16(3))';

const PPID = source('ppid.serangkota.go.id', 'RECORD');

/** Versions of one rule where the sources disagree: each stands for itself until a document proves one of them. */
const RULES: readonly NewRow[] = [
  {
    ...SERANG,
    id: idOf('36.73/claimed-in-force'),
    version: 'As the mayor spoke of it: mandatory already',
    status: 'CLAIMED_IN_FORCE',
    denominator: null,
    exemptions: [],
    sources: [source('001_21146200500bea98.txt', 'PRESS')],
  },
  {
    ...SERANG,
    id: idOf('36.73/draft'),
    version: 'As the mayor spoke of it: still being prepared',
    status: 'DRAFT',
    denominator: null,
    exemptions: [],
    sources: [source('004_388bf4e4bb9d5bf0.txt', 'PRESS')],
  },
  {
    ...SERANG,
    id: idOf('36.73/lodged-draft/article-16'),
    version: 'Draft lodged on 16 October 2025, by its art. 16(2)',
    status: 'DRAFT',
    denominator: 'WORKFORCE_NEEDED',
    exemptions: [NOT_AVAILABLE],
    sources: [PPID],
  },
  {
    ...SERANG,
    id: idOf('36.73/lodged-draft/summary'),
    version: 'Draft lodged on 16 October 2025, by the summary on its page',
    status: 'DRAFT',
    denominator: 'TOTAL_EMPLOYEES',
    exemptions: [NOT_AVAILABLE],
    sources: [PPID],
  },
  {
    id: idOf('36.72/perda'),
    region_code: '36.72',
    title:
      'Perda Kota Cilegon on local workers, with compulsory apprenticeships (the source gives no number)',
    version: 'As one newspaper tells of it',
    threshold: null,
    status: 'CLAIMED_IN_FORCE',
    effective_from: null,
    numerator: 'Local workers (the source does not say who counts)',
    denominator: null,
    exemptions: [],
    sources: [source('bantennews.co.id', 'PRESS')],
  },
];

/** Writes the versions of local-hire rules; of people, cases and findings no source tells anything. */
export async function loadFacts(db: EntityManager): Promise<void> {
  const rules = RULES.map((rule) => ({ ...rule, demo: false }));
  await replaceRows(db, 'local_hire_rule', rules);
  await insertRows(
    db,
    'event',
    RULES.map(({ id, region_code: region, status, denominator }) =>
      loadedEvent({
        ...{
          aggregateType: 'LocalHireRule',
          aggregateId: String(id),
          type: 'LocalHireRuleRecorded',
          demo: false,
        },
        occurredOn: RECORDED_ON,
        payload: { region, status, denominator },
      }),
    ),
  );
}

function idOf(slug: string): string {
  return recordedId('local-hire-rule', slug);
}

/** Titles, addresses and days of publication are not known. */
function source(name: string, kind: StoredSource['kind']): StoredSource {
  return { name, kind, title: null, url: null, publishedOn: null };
}
