import { buildAgencySchema } from '../graphql/agency-schema';
import type { Agency } from './agency';

/** Prints the SDL that an agency publishes, as its classes say it now; needs no database. */
export async function printAgencySdl(agency: Agency): Promise<void> {
  const { sdl } = await buildAgencySchema(agency.schema);
  process.stdout.write(sdl);
}
