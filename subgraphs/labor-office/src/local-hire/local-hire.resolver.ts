import type { RequestContext } from '@simpul/kit/context/context';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { availabilityFindingService } from '../availability-finding/availability-finding.service';
import { AvailabilityFinding } from '../availability-finding/availability-finding.type';
import { Employer } from '../foreign/foreign.type';
import { localHireService } from './local-hire.service';
import { LocalHireAssessment, LocalHireProjection } from './local-hire.type';

@Resolver(() => Employer)
export class EmployerResolver {
  @FieldResolver(() => [LocalHireAssessment], {
    nullable: true,
    description: 'Share of local workers: one assessment per rule version and denominator.',
  })
  @Directive(
    '@requires(fields: "latestWorkforceReport { id total needed newHires localByRegion { region { code } total needed newHires } }")',
  )
  async localHire(@Root() employer: Employer, @Ctx() ctx: RequestContext): Promise<LocalHireAssessment[]> {
    return (await localHireService.assess(ctx, employer)).map(LocalHireAssessment.from);
  }
}

@Resolver(() => LocalHireAssessment)
export class LocalHireAssessmentResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'Earliest day on which graduates due could close the shortfall; null when not reachable or not known.',
  })
  async reachableOn(
    @Root() { assessment }: LocalHireAssessment,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> {
    return localHireService.findReachableOn(ctx, assessment);
  }

  @FieldResolver(() => LocalHireProjection, { nullable: true, description: 'Share after further hires.' })
  afterHires(
    @Root() { assessment }: LocalHireAssessment,
    @Arg('hires', () => Int, { description: 'Number hired.' }) hires: number,
    @Arg('local', () => Int, { description: 'Of these, local residents.' }) local: number,
  ): LocalHireProjection | null {
    return localHireService.project(assessment, { hires, local });
  }

  @FieldResolver(() => [AvailabilityFinding], { description: 'Exemptions recorded for this employer.' })
  async exemptions(
    @Root() { assessment: { employerId, rule } }: LocalHireAssessment,
    @Ctx() ctx: RequestContext,
  ): Promise<AvailabilityFinding[]> {
    const rows = await availabilityFindingService.listExemptions(ctx, employerId, rule.regionCode);
    return rows.map(AvailabilityFinding.from);
  }
}
