import { join } from 'node:path';
import type { Agency } from '@simpul/kit/agency/agency';
import { basesAt } from '@simpul/schema/demo/bases';
import { EmployerRow } from './employer/employer.entity';
import { InvestmentNeedRow } from './investment-need/investment-need.entity';
import { RetentionCheckRow } from './placement/placement-retention.entity';
import { PlacementRow } from './placement/placement.entity';
import { schema } from './schema';
import { finishDemo, loadDemoBlock } from './seed/demo';
import { FACTS_VERSION, loadFacts } from './seed/facts';
import { SkillDemandRow } from './skill-demand/skill-demand.entity';
import { VacancyUnitRow } from './vacancy/vacancy-unit.entity';
import { VacancyRow } from './vacancy/vacancy.entity';
import { WorkforceReportRow } from './workforce-report/workforce-report.entity';

/** The employers' association: employers, vacancies, placements (Apindo). */
export const employers: Agency = {
  name: 'employers',
  migrations: join(__dirname, '../migrations'),
  entities: [
    EmployerRow,
    WorkforceReportRow,
    VacancyRow,
    VacancyUnitRow,
    PlacementRow,
    RetentionCheckRow,
    SkillDemandRow,
    InvestmentNeedRow,
  ],
  schema,
  consents: 'HEARD',
  seed: {
    factsVersion: FACTS_VERSION,
    loadFacts,
    loadDemoBlock,
    basesOf: (story) => basesAt('employers', story),
    finishDemo,
  },
};
