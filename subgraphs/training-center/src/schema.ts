import { accessLog } from '@simpul/kit/audit/data-access.resolver';
import type { SchemaParts } from '@simpul/kit/graphql/agency-schema';
import { byCode, byId } from '@simpul/kit/graphql/reference';
import { REGION_CODE } from '@simpul/kit/input/code-forms';
import { agreementLapse } from '@simpul/kit/lapse/lapse.resolver';
import {
  CertificateResolver,
  CertificateVerificationResolver,
  PersonCertificateResolver,
} from './certificate/certificate.resolver';
import { certificateService } from './certificate/certificate.service';
import { Certificate, CertificateVerification } from './certificate/certificate.type';
import { CompetencyUnitResolver } from './competency-unit/competency-unit.resolver';
import { competencyUnitService } from './competency-unit/competency-unit.service';
import { CompetencyUnit } from './competency-unit/competency-unit.type';
import { EnrolmentResolver, PersonEnrolmentResolver } from './enrolment/enrolment.resolver';
import { enrolmentService } from './enrolment/enrolment.service';
import { Enrolment } from './enrolment/enrolment.type';
import { FacilityResolver } from './facility/facility.resolver';
import { facilityService } from './facility/facility.service';
import { Facility } from './facility/facility.type';
import { Agreement, Organization, Person, SkillDemand, Vacancy } from './foreign/foreign.type';
import { MatchCandidateResolver, VacancyMatchResolver } from './match/match.resolver';
import { MatchCandidate } from './match/match.type';
import { OverseasPathwayResolver } from './overseas-pathway/overseas-pathway.resolver';
import { overseasPathwayService } from './overseas-pathway/overseas-pathway.service';
import { OverseasPathway } from './overseas-pathway/overseas-pathway.type';
import { ProgrammeResolver } from './programme/programme.resolver';
import { programmeService } from './programme/programme.service';
import { Programme } from './programme/programme.type';
import {
  AgreementAllocationResolver,
  ProgrammeFillResolver,
  QuotaAllocationResolver,
} from './quota-allocation/quota-allocation.resolver';
import { quotaAllocationService } from './quota-allocation/quota-allocation.service';
import { QuotaAllocation } from './quota-allocation/quota-allocation.type';
import { lapsingClasses } from './training-class/training-class-lapse.resolver';
import { AgreementClassResolver, TrainingClassResolver } from './training-class/training-class.resolver';
import { trainingClassService } from './training-class/training-class.service';
import { TrainingClass } from './training-class/training-class.type';
import { TrainingRequestChangeResolver } from './training-request/training-request-change.resolver';
import {
  SkillDemandTrainingResolver,
  TrainingRequestResolver,
} from './training-request/training-request.resolver';
import { trainingRequestService } from './training-request/training-request.service';
import { TrainingRequest } from './training-request/training-request.type';
import {
  AgreementSummaryResolver,
  RegionSummaryResolver,
  TrainingCellResolver,
} from './training-summary/training-summary.resolver';

/** What the answers of all agencies at once name, as this agency refers to it. */
const named = { agency: 'training-center', Organization, Agreement, organization: byId, agreement: byId };
const lapse = agreementLapse(named);

/** Resolvers, key stubs and reference resolvers of this agency, listed by hand. */
export const schema: SchemaParts = {
  resolvers: [
    ...accessLog(named),
    ...lapse.resolvers,
    lapsingClasses(lapse.whole),
    AgreementAllocationResolver,
    AgreementClassResolver,
    AgreementSummaryResolver,
    CertificateResolver,
    CertificateVerificationResolver,
    CompetencyUnitResolver,
    EnrolmentResolver,
    FacilityResolver,
    MatchCandidateResolver,
    OverseasPathwayResolver,
    PersonCertificateResolver,
    PersonEnrolmentResolver,
    ProgrammeFillResolver,
    ProgrammeResolver,
    QuotaAllocationResolver,
    RegionSummaryResolver,
    SkillDemandTrainingResolver,
    TrainingCellResolver,
    TrainingClassResolver,
    TrainingRequestChangeResolver,
    TrainingRequestResolver,
    VacancyMatchResolver,
  ],
  orphanedTypes: [SkillDemand, Vacancy],
  references: {
    Agreement: byId,
    Person: byId,
    Region: byCode(REGION_CODE),
    SkillDemand: byId,
    Vacancy: byId,
    Certificate: async ({ id }, ctx) => {
      const row = await certificateService.read(ctx, String(id));
      return row && Certificate.from(row, ctx.clock.today());
    },
    CompetencyUnit: async ({ code }, ctx) => {
      const row = await competencyUnitService.read(ctx, String(code));
      return row && CompetencyUnit.from(row);
    },
    Enrolment: async ({ id }, ctx) => {
      const row = await enrolmentService.read(ctx, String(id));
      return row && Enrolment.from(row);
    },
    Facility: async ({ id }, ctx) => {
      const row = await facilityService.read(ctx, String(id));
      return row && Facility.from(row);
    },
    OverseasPathway: async ({ id }, ctx) => {
      const row = await overseasPathwayService.read(ctx, String(id));
      return row && OverseasPathway.from(row);
    },
    Programme: async ({ id }, ctx) => {
      const row = await programmeService.read(ctx, String(id));
      return row && Programme.from(row);
    },
    QuotaAllocation: async ({ id }, ctx) => {
      const row = await quotaAllocationService.read(ctx, String(id));
      return row && QuotaAllocation.from(row);
    },
    TrainingClass: async ({ id }, ctx) => {
      const row = await trainingClassService.read(ctx, String(id));
      return row && TrainingClass.from(row);
    },
    TrainingRequest: async ({ id }, ctx) => {
      const row = await trainingRequestService.read(ctx, String(id));
      return row && TrainingRequest.from(row);
    },
  },
  people: {
    Certificate: ({ holder }: Certificate) => holder?.id,
    CertificateVerification: ({ holderId }: CertificateVerification) => holderId,
    Enrolment: ({ person }: Enrolment) => person?.id,
    MatchCandidate: ({ personId }: MatchCandidate) => personId,
    Person: ({ id }: Person) => id,
  },
};
