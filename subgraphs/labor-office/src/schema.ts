import { accessLog } from '@simpul/kit/audit/data-access.resolver';
import type { SchemaParts } from '@simpul/kit/graphql/agency-schema';
import { byCode, byId } from '@simpul/kit/graphql/reference';
import { OCCUPATION_CODE } from '@simpul/kit/input/code-forms';
import { agreementLapse } from '@simpul/kit/lapse/lapse.resolver';
import { AvailabilityFindingResolver } from './availability-finding/availability-finding.resolver';
import { availabilityFindingService } from './availability-finding/availability-finding.service';
import { AvailabilityFinding } from './availability-finding/availability-finding.type';
import { ConsentChangeResolver } from './consent/consent-change.resolver';
import type { Consent } from './consent/consent.type';
import { DuplicateCandidateResolver } from './duplicate-candidate/duplicate-candidate.resolver';
import { duplicateCandidateService } from './duplicate-candidate/duplicate-candidate.service';
import { DuplicateCandidate } from './duplicate-candidate/duplicate-candidate.type';
import { FinancingCaseResolver } from './financing-case/financing-case.resolver';
import { financingCaseService } from './financing-case/financing-case.service';
import { FinancingCase } from './financing-case/financing-case.type';
import { Agreement, Employer, Organization, Vacancy } from './foreign/foreign.type';
import { OccupationResolver } from './interest-mapping/interest-mapping.resolver';
import { JobSeekerBalanceResolver } from './job-seeker-balance/job-seeker-balance.resolver';
import { JourneyResolver } from './journey/journey.resolver';
import { LocalHireRuleResolver } from './local-hire-rule/local-hire-rule.resolver';
import { localHireRuleService } from './local-hire-rule/local-hire-rule.service';
import { LocalHireRule } from './local-hire-rule/local-hire-rule.type';
import { LocalHireSummaryResolver } from './local-hire-summary/local-hire-summary.resolver';
import { EmployerResolver, LocalHireAssessmentResolver } from './local-hire/local-hire.resolver';
import { AgreementResolver, QuotaAllocationResolver } from './nomination-summary/nomination-summary.resolver';
import { NominationResolver } from './nomination/nomination.resolver';
import { nominationService } from './nomination/nomination.service';
import { Nomination } from './nomination/nomination.type';
import { OverseasCaseResolver } from './overseas-case/overseas-case.resolver';
import { overseasCaseService } from './overseas-case/overseas-case.service';
import { OverseasCase } from './overseas-case/overseas-case.type';
import { OverseasSummaryResolver } from './overseas-summary/overseas-summary.resolver';
import { PersonNikResolver, RevealedNikResolver } from './person-nik/person-nik.resolver';
import { RevealedNik } from './person-nik/person-nik.type';
import { PersonAccessResolver } from './person-access/person-access.resolver';
import type { PersonAccess } from './person-access/person-access.type';
import { PersonResolver } from './person/person.resolver';
import { personService } from './person/person.service';
import { Person } from './person/person.type';
import { RegistrationResolver } from './registration/registration.resolver';
import { registrationService } from './registration/registration.service';
import { Registration } from './registration/registration.type';
import { VacancyVerificationResolver } from './vacancy-verification/vacancy-verification.resolver';

/** What the answers of all agencies at once name, as this agency refers to it. */
const named = { agency: 'labor-office', Organization, Agreement, organization: byId, agreement: byId };

/** Resolvers, key stubs and reference resolvers of this agency, listed by hand. */
export const schema: SchemaParts = {
  resolvers: [
    ...accessLog(named),
    ...agreementLapse(named).resolvers,
    AgreementResolver,
    AvailabilityFindingResolver,
    ConsentChangeResolver,
    DuplicateCandidateResolver,
    EmployerResolver,
    FinancingCaseResolver,
    JobSeekerBalanceResolver,
    JourneyResolver,
    LocalHireAssessmentResolver,
    LocalHireRuleResolver,
    LocalHireSummaryResolver,
    NominationResolver,
    OccupationResolver,
    OverseasCaseResolver,
    OverseasSummaryResolver,
    PersonAccessResolver,
    PersonNikResolver,
    RevealedNikResolver,
    PersonResolver,
    QuotaAllocationResolver,
    RegistrationResolver,
    VacancyVerificationResolver,
  ],
  orphanedTypes: [Employer, Vacancy],
  references: {
    Agreement: byId,
    Employer: Employer.from,
    Occupation: byCode(OCCUPATION_CODE),
    QuotaAllocation: byId,
    Vacancy: byId,
    AvailabilityFinding: async ({ id }, ctx) => {
      const row = await availabilityFindingService.read(ctx, String(id));
      return row && AvailabilityFinding.from(row);
    },
    DuplicateCandidate: async ({ id }, ctx) => {
      const row = await duplicateCandidateService.read(ctx, String(id));
      return row && DuplicateCandidate.from(row);
    },
    FinancingCase: async ({ id }, ctx) => {
      const row = await financingCaseService.read(ctx, String(id));
      return row && FinancingCase.from(row);
    },
    LocalHireRule: async ({ id }, ctx) => {
      const row = await localHireRuleService.read(ctx, String(id));
      return row && LocalHireRule.from(row);
    },
    Nomination: async ({ id }, ctx) => {
      const row = await nominationService.read(ctx, String(id));
      return row && Nomination.from(row);
    },
    OverseasCase: async ({ id }, ctx) => {
      const row = await overseasCaseService.read(ctx, String(id));
      return row && OverseasCase.from(row);
    },
    Person: async ({ id }, ctx) => {
      const row = await personService.read(ctx, String(id));
      return row && Person.from(row);
    },
    Registration: async ({ id }, ctx) => {
      const row = await registrationService.read(ctx, String(id));
      return row && Registration.from(row, ctx.clock.today());
    },
  },
  people: {
    Consent: ({ personId }: Consent) => personId,
    DuplicateCandidate: ({ personIds }: DuplicateCandidate) => personIds,
    FinancingCase: ({ personId }: FinancingCase) => personId,
    Nomination: ({ personId }: Nomination) => personId,
    OverseasCase: ({ personId }: OverseasCase) => personId,
    Person: ({ id }: Person) => id,
    PersonAccess: ({ asked }: PersonAccess) => asked.personId,
    Registration: ({ personId }: Registration) => personId,
    RevealedNik: ({ personId }: RevealedNik) => personId,
  },
};
