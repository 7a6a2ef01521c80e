import { keepersOf } from '@simpul/schema/contract/keepers';
import type { TestAgency } from './agency';

/** Has an agency keep a person whom a test made up, as it would after registering, enrolling or placing it. */
export async function keep(agency: TestAgency, name: string, personId: string): Promise<void> {
  const [keeper] = keepersOf(name);
  await agency.sql(
    `INSERT INTO disclosure_basis (person_id, keeper_id, organization_id, kind, valid_from, demo)
     VALUES ($1, $2, $2, 'PLACEMENT', '2025-01-01', true)`,
    [personId, keeper],
  );
}
