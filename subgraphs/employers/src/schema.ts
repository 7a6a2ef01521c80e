import { accessLog } from '@simpul/kit/audit/data-access.resolver';
import type { RequestContext } from '@simpul/kit/context/context';
import type { ReferenceResolver, SchemaParts } from '@simpul/kit/graphql/agency-schema';
import { byCode, byId } from '@simpul/kit/graphql/reference';
import { UNIT_CODE } from '@simpul/kit/input/code-forms';
import { agreementLapse } from '@simpul/kit/lapse/lapse.resolver';
import { EmployerResolver } from './employer/employer.resolver';
import { employerService } from './employer/employer.service';
import { Employer } from './employer/employer.type';
import {
  Agreement,
  CompetencyUnit,
  Organization,
  Person,
  Programme,
  QuotaAllocation,
  TrainingClass,
} from './foreign/foreign.type';
import { InvestmentNeedResolver } from './investment-need/investment-need.resolver';
import { investmentNeedService } from './investment-need/investment-need.service';
import { InvestmentNeed } from './investment-need/investment-need.type';
import {
  PlacementSummaryOfAgreementResolver,
  PlacementSummaryOfAllocationResolver,
  PlacementSummaryOfClassResolver,
  PlacementSummaryOfProgrammeResolver,
  PlacementSummaryResolver,
} from './placement-summary/placement-summary.resolver';
import {
  PlacementResolver,
  PlacementsOfAgreementResolver,
  PlacementsOfPersonResolver,
  PlacementsOfProgrammeResolver,
} from './placement/placement.resolver';
import { placementService } from './placement/placement.service';
import { Placement } from './placement/placement.type';
import { DemandOfProgrammeResolver, SkillDemandResolver } from './skill-demand/skill-demand.resolver';
import { skillDemandService } from './skill-demand/skill-demand.service';
import { SkillDemand } from './skill-demand/skill-demand.type';
import { VacancyBalanceResolver } from './vacancy-balance/vacancy-balance.resolver';
import { VacancyReportingResolver } from './vacancy-reporting/vacancy-reporting.resolver';
import { VacancyChangeResolver } from './vacancy/vacancy-change.resolver';
import { FilledPostsResolver } from './vacancy/vacancy-filled-posts.resolver';
import { VacanciesOfUnitResolver, VacancyResolver } from './vacancy/vacancy.resolver';
import { vacancyService } from './vacancy/vacancy.service';
import { Vacancy } from './vacancy/vacancy.type';
import { WorkforceReportResolver } from './workforce-report/workforce-report.resolver';
import { workforceReportService } from './workforce-report/workforce-report.service';
import { WorkforceReport } from './workforce-report/workforce-report.type';

/** What the answers of all agencies at once name, as this agency refers to it. */
const named = { agency: 'employers', Organization, Agreement, organization: byId, agreement: byId };

/** Resolvers, key stubs and reference resolvers of this agency, listed by hand. */
export const schema: SchemaParts = {
  resolvers: [
    ...accessLog({ ...named, Employer }),
    ...agreementLapse(named).resolvers,
    EmployerResolver,
    WorkforceReportResolver,
    VacancyResolver,
    VacanciesOfUnitResolver,
    VacancyChangeResolver,
    FilledPostsResolver,
    VacancyReportingResolver,
    VacancyBalanceResolver,
    PlacementResolver,
    PlacementsOfPersonResolver,
    PlacementsOfAgreementResolver,
    PlacementsOfProgrammeResolver,
    PlacementSummaryResolver,
    PlacementSummaryOfAgreementResolver,
    PlacementSummaryOfProgrammeResolver,
    PlacementSummaryOfClassResolver,
    PlacementSummaryOfAllocationResolver,
    SkillDemandResolver,
    DemandOfProgrammeResolver,
    InvestmentNeedResolver,
  ],
  orphanedTypes: [Agreement, CompetencyUnit, Person, Programme, QuotaAllocation, TrainingClass],
  references: {
    Agreement: byId,
    CompetencyUnit: byCode(UNIT_CODE),
    Person: byId,
    Programme: byId,
    QuotaAllocation: byId,
    TrainingClass: byId,
    Employer: own(employerService, Employer.from),
    InvestmentNeed: own(investmentNeedService, InvestmentNeed.from),
    Placement: own(placementService, Placement.from),
    SkillDemand: own(skillDemandService, SkillDemand.from),
    Vacancy: own(vacancyService, Vacancy.from),
    WorkforceReport: own(workforceReportService, WorkforceReport.from),
  },
  people: {
    Person: ({ id }: Person) => id,
    Placement: ({ person }: Placement) => person?.id,
  },
  reporters: { WorkforceReport: ({ employerId }: WorkforceReport) => employerId },
};

/** A reference to a record of this agency goes through the same service as a root field. */
function own<R>(
  service: { read(ctx: RequestContext, id: string): Promise<R | null> },
  publish: (row: R, today: string) => object,
): ReferenceResolver {
  return async ({ id }, ctx) => {
    const row = await service.read(ctx, String(id));
    return row && publish(row, ctx.clock.today());
  };
}
