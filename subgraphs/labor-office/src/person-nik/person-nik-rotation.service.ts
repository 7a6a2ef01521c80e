import { LOADER } from '@simpul/kit/agency/agency';
import type { AgencyDatabase } from '@simpul/kit/database/database';
import type { KeyRing } from '@simpul/kit/secrets/key-ring';
import { openNik, sealNik } from './person-nik-sealing.service';
import { storedNikRepository } from './person-nik.repository';
import { IDENTITY_ROLE } from './person-nik.service';

const BATCH = 500;

/**
 * Brings every stored number under the active key, batch by batch; stopping it anywhere is harmless, and numbers can be
 * read all the while by a ring that has the old key too. Answers how many it changed.
 */
export async function rotateNiks(
  database: Pick<AgencyDatabase, 'as'>,
  ring: KeyRing,
  batch = BATCH,
): Promise<number> {
  const wanted = { keyId: ring.activeKeyId, bidxKeyId: ring.indexKeyId };
  for (let changed = 0; ;) {
    const count = await database.as(IDENTITY_ROLE, LOADER, async (db) => {
      const rows = await storedNikRepository.notUnder(db, wanted, batch);
      await storedNikRepository.replace(
        db,
        rows.map((row) => sealNik(ring, row.personId, openNik(ring, row))),
      );
      return rows.length;
    });
    if (count === 0) return changed;
    changed += count;
  }
}
