import { join } from 'node:path';
import type { Agency } from '@simpul/kit/agency/agency';
import { basesAt } from '@simpul/schema/demo/bases';
import { accessBundle } from './access-bundle/access-bundle.service';
import { AgreementActivityRow, AgreementPlacementRow } from './agreement/agreement-activity.entity';
import { AgreementChangeRow } from './agreement/agreement-change.entity';
import { AgreementConfirmationRow } from './agreement/agreement-confirmation.entity';
import { AgreementPartyRow } from './agreement/agreement-party.entity';
import { SignatoryRow, WitnessRow } from './agreement/agreement-signing.entity';
import { AgreementRow } from './agreement/agreement.entity';
import { ClaimRow } from './claim/claim.entity';
import { ClauseRow } from './clause/clause.entity';
import { ListedCodeRow } from './code-list/code-list.entity';
import { DataGrantCountersignatureRow } from './data-grant/data-grant-countersignature.entity';
import { DataGrantRow } from './data-grant/data-grant.entity';
import { FigureChoiceRow, FigureRow } from './figure/figure.entity';
import { IndicatorRow } from './indicator/indicator.entity';
import { InternshipRow } from './internship/internship.entity';
import { ObligationRow } from './obligation/obligation.entity';
import { OfficeHoldingRow } from './office-holding/office-holding.entity';
import { OrganizationKeyRow } from './organization/organization-key.entity';
import { OrganizationRow } from './organization/organization.entity';
import { RegionRow } from './region/region.entity';
import { schema } from './schema';
import { SchoolRow } from './school/school.entity';
import { finishDemo, loadDemoBlock } from './seed/demo';
import { FACTS_VERSION, loadFacts } from './seed/facts';

/** The provincial government: registry of agreements, claims, code lists, schools, indicators (Pemprov Banten). */
export const province: Agency = {
  name: 'province',
  migrations: join(__dirname, '../migrations'),
  entities: [
    AgreementRow,
    AgreementPartyRow,
    SignatoryRow,
    WitnessRow,
    AgreementChangeRow,
    AgreementConfirmationRow,
    AgreementActivityRow,
    AgreementPlacementRow,
    ClauseRow,
    ObligationRow,
    DataGrantRow,
    DataGrantCountersignatureRow,
    ClaimRow,
    FigureRow,
    FigureChoiceRow,
    OrganizationRow,
    OrganizationKeyRow,
    OfficeHoldingRow,
    RegionRow,
    ListedCodeRow,
    IndicatorRow,
    SchoolRow,
    InternshipRow,
  ],
  schema,
  publications: [accessBundle],
  consents: 'HEARD',
  seed: {
    factsVersion: FACTS_VERSION,
    loadFacts,
    loadDemoBlock,
    basesOf: (story) => basesAt('province', story),
    finishDemo,
  },
};
