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
      unknown: '99.99',
      root: 'region',
      table: 'region',
      column: 'code',
      fields: 'name level bpsCode',
    },
    {
      type: 'School',
      key: 'npsn',
      unknown: '00000000',
      root: 'school',
      table: 'school',
      column: 'npsn',
      fields: 'name kind studyGroups',
    },
    {
      type: 'Occupation',
      key: 'code',
      unknown: '999999',
      root: null,
      table: `(SELECT code FROM listed_code WHERE list = 'KBJI') listed`,
      column: 'code',
      fields: 'name',
    },
    {
      type: 'Industry',
      key: 'code',
      unknown: 'Z99',
      root: null,
      table: `(SELECT code FROM listed_code WHERE list = 'KBLI') listed`,
      column: 'code',
      fields: 'name',
    },
  ],
  protectedTables: ['internship'],
  fault: { query: '{ industries { nodes { code } } }', field: 'industries', table: 'listed_code' },
});
