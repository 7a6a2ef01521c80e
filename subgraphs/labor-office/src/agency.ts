import { join } from 'node:path';
import type { Agency } from '@simpul/kit/agency/agency';
import { basesAt } from '@simpul/schema/demo/bases';
import { AvailabilityFindingRow } from './availability-finding/availability-finding.entity';
import { consentFeed } from './consent/consent-feed.service';
import { ConsentRow } from './consent/consent.entity';
import { DuplicateCandidateRow } from './duplicate-candidate/duplicate-candidate.entity';
import { FinancingCaseRow } from './financing-case/financing-case.entity';
import { InterestMappingRow } from './interest-mapping/interest-mapping.entity';
import { InterviewRow } from './interview/interview.entity';
import { StepRow } from './journey/journey.entity';
import { LocalHireRuleRow } from './local-hire-rule/local-hire-rule.entity';
import { NominationRow } from './nomination/nomination.entity';
import { OverseasCaseRow } from './overseas-case/overseas-case.entity';
import { IDENTITY_ROLE } from './person-nik/person-nik.service';
import { PersonRow } from './person/person.entity';
import { RegistrationRow } from './registration/registration.entity';
import { schema } from './schema';
import { secretFiles } from './secrets';
import { finishDemo, loadDemoBlock } from './seed/demo';
import { FACTS_VERSION, loadFacts } from './seed/facts';
import { VacancyVerificationRow } from './vacancy-verification/vacancy-verification.entity';

/** The labour offices of both cities: people, their registrations and cases, the local-hire rule (Disnaker). */
export const laborOffice: Agency = {
  name: 'labor-office',
  migrations: join(__dirname, '../migrations'),
  entities: [
    AvailabilityFindingRow,
    ConsentRow,
    DuplicateCandidateRow,
    FinancingCaseRow,
    InterestMappingRow,
    InterviewRow,
    LocalHireRuleRow,
    NominationRow,
    OverseasCaseRow,
    PersonRow,
    RegistrationRow,
    StepRow,
    VacancyVerificationRow,
  ],
  ownRoles: [IDENTITY_ROLE],
  secretFiles,
  schema,
  consents: 'GIVEN',
  feeds: [consentFeed],
  seed: {
    factsVersion: FACTS_VERSION,
    loadFacts,
    loadDemoBlock,
    basesOf: (story) => basesAt('labor-office', story),
    finishDemo,
  },
};
