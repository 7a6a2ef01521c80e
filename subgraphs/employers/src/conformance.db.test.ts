import path from 'node:path';
import { describeConformance } from '@simpul/kit/testing/conformance';
import { openTestAgency } from '@simpul/test/testkit/agency';
import { employers } from './agency';

describeConformance({
  agency: employers,
  sdl: path.join(__dirname, '../../../schema/subgraphs/employers.graphql'),
  open: () => openTestAgency(employers, 1),
  entities: [
    {
      type: 'Employer',
      key: 'id',
      root: 'employer',
      table: 'employer',
      column: 'id',
      fields: 'name nib member',
    },
    {
      type: 'Vacancy',
      key: 'id',
      root: 'vacancy',
      table: 'vacancy',
      column: 'id',
      fields: 'title openings status',
    },
  ],
  protectedTables: ['placement', 'retention_check'],
  fault: { query: '{ vacancies { nodes { id } } }', field: 'vacancies', table: 'vacancy' },
});
