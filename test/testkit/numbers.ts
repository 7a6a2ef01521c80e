import { LOADER, openAgencyDatabase } from '@simpul/kit/agency/agency';
import { roleUrls } from '@simpul/kit/database/roles';
import { laborOffice } from '@simpul/labor-office/agency';
import { sealNik } from '@simpul/labor-office/person-nik/person-nik-sealing.service';
import { storedNikRepository } from '@simpul/labor-office/person-nik/person-nik.repository';
import { IDENTITY_ROLE } from '@simpul/labor-office/person-nik/person-nik.service';
import { nikKeys } from '@simpul/labor-office/secrets';
import { type TestAgency, testSecrets } from './agency';

/** A person, the number that this person was given, and what the number is found by, in hexadecimal digits. */
export interface PlantedNumber {
  readonly id: string;
  readonly nik: string;
  readonly blindIndex: string;
}

/** Gives everybody a number instead of the demonstration's, as the role that may; people of an office come first. */
export async function plantNumbers(
  agency: Pick<TestAgency, 'databaseUrl' | 'sql'>,
  numbers: readonly string[],
  office: string,
): Promise<PlantedNumber[]> {
  const ring = testSecrets(laborOffice).of(nikKeys);
  const people = await agency.sql<{ id: string }>('SELECT id FROM person ORDER BY office_id = $1 DESC, id', [
    office,
  ]);
  const planted = people.map(({ id }, index) => {
    const nik = numbers[index] ?? '';
    return { id, nik, blindIndex: ring.blindIndex(nik).toString('hex') };
  });
  const urls = roleUrls(agency.databaseUrl, laborOffice.name, laborOffice.ownRoles);
  const database = await openAgencyDatabase(laborOffice, urls);
  await database.as(IDENTITY_ROLE, LOADER, async (db) => {
    await db.query('DELETE FROM identity.person_nik');
    await storedNikRepository.add(
      db,
      planted.map(({ id, nik }) => sealNik(ring, id, nik)),
    );
  });
  await database.close();
  // What the server samples of the tables is to be of these rows.
  await agency.sql('ANALYZE');
  return planted;
}
