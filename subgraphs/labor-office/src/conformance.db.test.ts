import path from 'node:path';
import { describeConformance } from '@simpul/kit/testing/conformance';
import { openTestAgency } from '@simpul/test/testkit/agency';
import { laborOffice } from './agency';

describeConformance({
  agency: laborOffice,
  sdl: path.join(__dirname, '../../../schema/subgraphs/labor-office.graphql'),
  open: async () => {
    const agency = await openTestAgency(laborOffice, 1);
    // The demonstration's consents are loaded everywhere, so nobody is told of them.
    await agency.sql(`INSERT INTO consent_change (version, person_id, consent_id, kind)
      SELECT 1, person_id, id, 'GIVEN' FROM consent LIMIT 1`);
    return agency;
  },
  entities: [
    {
      type: 'Person',
      key: 'id',
      root: 'person',
      table: 'person',
      column: 'id',
      fields: 'name birthDate education domicile { address } stage { stage since days } version demo',
    },
  ],
  protectedTables: [
    'person',
    'person_step',
    'interview',
    'interest_mapping',
    'interest_in_occupation',
    'interest_in_country',
    'registration',
    'person_echo',
    'nomination',
    'overseas_case',
    'financing_case',
    'consent',
    'consent_change',
    'duplicate_candidate',
    'duplicate_of_person',
  ],
  fault: { query: '{ people { nodes { id } } }', field: 'people', table: 'person' },
});
