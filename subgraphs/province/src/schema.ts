import { accessLog } from '@simpul/kit/audit/data-access.resolver';
import type { ReferenceResolver, SchemaParts } from '@simpul/kit/graphql/agency-schema';
import { agreementLapse } from '@simpul/kit/lapse/lapse.resolver';
import { AgreementActivityResolver } from './agreement/agreement-activity.resolver';
import { CountersignatureNeededResolver } from './agreement/agreement-countersignature.resolver';
import { AgreementLifeResolver } from './agreement/agreement-life.resolver';
import {
  AgreementChangeResolver,
  AgreementPartsResolver,
  AgreementPartyResolver,
  SignatoryResolver,
  WitnessResolver,
} from './agreement/agreement-parts.resolver';
import { AgreementResolver } from './agreement/agreement.resolver';
import { agreementService } from './agreement/agreement.service';
import { Agreement } from './agreement/agreement.type';
import { ClaimResolver } from './claim/claim.resolver';
import { claimService } from './claim/claim.service';
import { Claim } from './claim/claim.type';
import { AgreementClausesResolver, ClauseResolver } from './clause/clause.resolver';
import { clauseService } from './clause/clause.service';
import { Clause } from './clause/clause.type';
import { IndustryResolver, OccupationResolver } from './code-list/code-list.resolver';
import { codeListService } from './code-list/code-list.service';
import { Industry, Occupation } from './code-list/code-list.type';
import { DataGrantLifeResolver } from './data-grant/data-grant-life.resolver';
import {
  AgreementGrantsResolver,
  AwaitedGrantResolver,
  DataGrantResolver,
  GrantScopeResolver,
} from './data-grant/data-grant.resolver';
import { AgreementFiguresResolver, FigureChoiceResolver, FigureResolver } from './figure/figure.resolver';
import { IndicatorResolver, RegionIndicatorsResolver } from './indicator/indicator.resolver';
import { InternshipResolver, SchoolInternshipsResolver } from './internship/internship.resolver';
import { internshipService } from './internship/internship.service';
import { Internship } from './internship/internship.type';
import {
  AgreementObligationsResolver,
  ClauseObligationsResolver,
  ObligationResolver,
} from './obligation/obligation.resolver';
import { OfficeHoldingResolver } from './office-holding/office-holding.resolver';
import { OrganizationResolver } from './organization/organization.resolver';
import { organizationService } from './organization/organization.service';
import { Organization } from './organization/organization.type';
import { RegionResolver } from './region/region.resolver';
import { regionService } from './region/region.service';
import { Region } from './region/region.type';
import { SchoolResolver } from './school/school.resolver';
import { schoolService } from './school/school.service';
import { School } from './school/school.type';

const resolvers = [
  AgreementResolver,
  AgreementActivityResolver,
  AgreementPartsResolver,
  AgreementPartyResolver,
  SignatoryResolver,
  WitnessResolver,
  AgreementChangeResolver,
  AgreementLifeResolver,
  CountersignatureNeededResolver,
  AgreementClausesResolver,
  ClauseResolver,
  AgreementObligationsResolver,
  ClauseObligationsResolver,
  ObligationResolver,
  AgreementGrantsResolver,
  AwaitedGrantResolver,
  DataGrantResolver,
  DataGrantLifeResolver,
  GrantScopeResolver,
  AgreementFiguresResolver,
  FigureResolver,
  FigureChoiceResolver,
  ClaimResolver,
  OrganizationResolver,
  OfficeHoldingResolver,
  RegionResolver,
  IndicatorResolver,
  RegionIndicatorsResolver,
  OccupationResolver,
  IndustryResolver,
  SchoolResolver,
  InternshipResolver,
  SchoolInternshipsResolver,
];

/** Publishes the row that a reference leads to, if there is one. */
async function found<R, T>(row: Promise<R | null>, publish: (row: R) => T): Promise<T | null> {
  const read = await row;
  return read === null ? null : publish(read);
}

const organization: ReferenceResolver = ({ id }, ctx) =>
  found(organizationService.read(ctx, String(id)), Organization.from);
const agreement: ReferenceResolver = ({ id }, ctx) =>
  found(agreementService.read(ctx, String(id)), Agreement.from);

/** What the answers of all agencies at once name, as this agency keeps it. */
const named = { agency: 'province', Organization, Agreement, organization, agreement };

/** Resolvers and reference resolvers of this agency, listed by hand. */
export const schema: SchemaParts = {
  resolvers: [...resolvers, ...accessLog(named), ...agreementLapse(named).resolvers],
  orphanedTypes: [],
  references: {
    Agreement: agreement,
    Claim: ({ id }, ctx) => found(claimService.read(ctx, String(id)), Claim.from),
    Clause: ({ id }, ctx) => found(clauseService.read(ctx, String(id)), Clause.from),
    Industry: ({ code }, ctx) => found(codeListService.read(ctx, 'KBLI', String(code)), Industry.from),
    Internship: ({ id }, ctx) => found(internshipService.read(ctx, String(id)), Internship.from),
    Occupation: ({ code }, ctx) => found(codeListService.read(ctx, 'KBJI', String(code)), Occupation.from),
    Organization: organization,
    Region: ({ code }, ctx) => found(regionService.read(ctx, String(code)), Region.from),
    School: ({ npsn }, ctx) => found(schoolService.read(ctx, String(npsn)), School.from),
  },
  // A student whom no labour office knows is told apart by the internship alone.
  people: { Internship: ({ id, student }: Internship) => student?.id ?? id },
};
