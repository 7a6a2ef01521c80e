import path from 'node:path';
import { describeConformance } from '@simpul/kit/testing/conformance';
import { openTestAgency } from '@simpul/test/testkit/agency';
import { province } from './agency';

describeConformance({
  agency: province,
  sdl: path.join(__dirname, '../../../schema/subgraphs/province.graphql'),
  open: () => openTestAgency(province, 1),
  entities: [
    {
      type: 'Agreement',
      key: 'id',
      root: 'agreement',
      table: 'agreement',
      column: 'id',
      fields: 'title form status signedOn expiresOn version',
    },
    {
      type: 'Organization',
      key: 'id',
      root: 'organization',
      table: 'organization',
      column: 'id',
      fields: 'name aliases kind',
    },
    {
      type: 'Region',
      key: 'code',
      root: 'region',
      table: 'region',
      column: 'code',
      fields: 'name level bpsCode',
    },
    {
      type: 'School',
      key: 'npsn',
      root: 'school',
      table: 'school',
      column: 'npsn',
      fields: 'name kind studyGroups',
    },
  ],
  protectedTables: ['internship'],
  fault: { query: '{ industries { nodes { code } } }', field: 'industries', table: 'listed_code' },
});
