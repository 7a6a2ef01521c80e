import { join } from 'node:path';
import type { Agency } from '@simpul/kit/agency/agency';
import { basesAt } from '@simpul/schema/demo/bases';
import { CertificateRow } from './certificate/certificate.entity';
import { CompetencyUnitRow } from './competency-unit/competency-unit.entity';
import { EnrolmentRow, EnrolmentStageChangeRow } from './enrolment/enrolment.entity';
import { FacilityRow } from './facility/facility.entity';
import { MatchRow } from './match/match.entity';
import { OverseasPathwayRow } from './overseas-pathway/overseas-pathway.entity';
import { ProgrammeRow } from './programme/programme.entity';
import { QuotaAllocationRow } from './quota-allocation/quota-allocation.entity';
import { schema } from './schema';
import { finishDemo, loadDemoBlock } from './seed/demo';
import { FACTS_VERSION, loadFacts } from './seed/facts';
import { AllocationClassRow, TrainingClassRow } from './training-class/training-class.entity';
import { TrainingRequestRow } from './training-request/training-request.entity';

/** The vocational training centre BBPVP Serang: programmes, classes, quotas, certificates. */
export const trainingCenter: Agency = {
  name: 'training-center',
  migrations: join(__dirname, '../migrations'),
  entities: [
    AllocationClassRow,
    CertificateRow,
    CompetencyUnitRow,
    EnrolmentRow,
    EnrolmentStageChangeRow,
    FacilityRow,
    MatchRow,
    OverseasPathwayRow,
    ProgrammeRow,
    QuotaAllocationRow,
    TrainingClassRow,
    TrainingRequestRow,
  ],
  schema,
  consents: 'HEARD',
  seed: {
    factsVersion: FACTS_VERSION,
    loadFacts,
    loadDemoBlock,
    basesOf: (story) => basesAt('training-center', story),
    finishDemo,
  },
};
