import path from 'node:path';
import { describeConformance } from '@simpul/kit/testing/conformance';
import { openTestAgency } from '@simpul/test/testkit/agency';
import { trainingCenter } from './agency';

describeConformance({
  agency: trainingCenter,
  sdl: path.join(__dirname, '../../../schema/subgraphs/training-center.graphql'),
  open: () => openTestAgency(trainingCenter, 2),
  entities: [
    {
      type: 'Programme',
      key: 'id',
      root: 'programme',
      table: 'programme',
      column: 'id',
      fields: 'code name kind sources { name }',
    },
    {
      type: 'TrainingClass',
      key: 'id',
      root: 'trainingClass',
      table: 'training_class',
      column: 'id',
      fields: 'name seats seatsFree agreement { id }',
    },
    {
      type: 'QuotaAllocation',
      key: 'id',
      root: 'quotaAllocation',
      table: 'quota_allocation',
      column: 'id',
      fields: 'scope seats remaining reading claim { id }',
    },
    {
      type: 'CompetencyUnit',
      key: 'code',
      unknown: 'NONE.000.000',
      root: null,
      table: 'competency_unit',
      column: 'code',
      fields: 'title',
    },
  ],
  protectedTables: [
    'enrolment',
    'enrolment_stage_change',
    'certificate',
    'certificate_unit',
    'certificate_share',
    'graduate_echo',
    'match_salt',
  ],
  fault: {
    query: '{ trainingRequests { nodes { id } } }',
    field: 'trainingRequests',
    table: 'training_request',
  },
});
