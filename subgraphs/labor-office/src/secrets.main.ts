import { openAgencyDatabase, prepareDatabase } from '@simpul/kit/agency/agency';
import { readLoaderConfig } from '@simpul/kit/agency/agency-config';
import { laborOffice } from './agency';
import { rotateNiks } from './person-nik/person-nik-rotation.service';
import { nikKeys } from './secrets';

/** Re-encrypts every number under the active key of the ring; processes that serve must have the ring with both keys. */
async function main(): Promise<void> {
  const { databaseUrl, secrets } = readLoaderConfig(laborOffice);
  const database = await openAgencyDatabase(laborOffice, await prepareDatabase(laborOffice, databaseUrl));
  try {
    const ring = secrets.of(nikKeys);
    const changed = await rotateNiks(database, ring);
    process.stdout.write(
      `${String(changed)} numbers are now under key ${ring.activeKeyId}, and all others were.\n`,
    );
  } finally {
    await database.close();
  }
}

void main();
