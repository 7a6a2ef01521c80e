import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { consentService } from '../consent/consent.service';
import { Consent } from '../consent/consent.type';
import { duplicateCandidateService } from '../duplicate-candidate/duplicate-candidate.service';
import { DuplicateCandidate } from '../duplicate-candidate/duplicate-candidate.type';
import { financingCaseService } from '../financing-case/financing-case.service';
import { FinancingCase } from '../financing-case/financing-case.type';
import { interestMappingService } from '../interest-mapping/interest-mapping.service';
import { InterestMapping } from '../interest-mapping/interest-mapping.type';
import { interviewService } from '../interview/interview.service';
import { Interview } from '../interview/interview.type';
import { nominationService } from '../nomination/nomination.service';
import { Nomination } from '../nomination/nomination.type';
import { overseasCaseService } from '../overseas-case/overseas-case.service';
import { OverseasCase } from '../overseas-case/overseas-case.type';
import { registrationService } from '../registration/registration.service';
import { Registration } from '../registration/registration.type';
import { PersonFilter } from './person.input';
import { personService } from './person.service';
import { Person, PersonConnection } from './person.type';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true, description: 'One person by id.' })
  async person(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Person id.' }) id: string,
  ): Promise<Person | null> {
    const row = await personService.read(ctx, id);
    return row && Person.from(row);
  }

  @Query(() => PersonConnection, { nullable: true, description: 'Job seekers, in stable order.' })
  async people(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => PersonFilter, { nullable: true, description: 'Narrows the list.' })
    filter: PersonFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Person>> {
    return toConnection(await personService.list(ctx, filter ?? {}, page), Person.from);
  }

  @FieldResolver(() => Registration, {
    nullable: true,
    description: 'The current registration; null when none is current.',
  })
  @Personal('HISTORY', 'HIDE')
  async registration(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<Registration | null> {
    const row = await registrationService.findCurrent(ctx, person.id);
    return row && Registration.from(row, ctx.clock.today());
  }

  @FieldResolver(() => [Registration], {
    nullable: true,
    description: 'All registrations at all offices, newest first.',
  })
  @Personal('HISTORY', 'HIDE')
  async registrations(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<Registration[]> {
    const rows = await registrationService.listOfPerson(ctx, person.id);
    return rows.map((row) => Registration.from(row, ctx.clock.today()));
  }

  @FieldResolver(() => [Interview], { nullable: true, description: 'Interviews, newest first.' })
  @Personal('HISTORY', 'HIDE')
  async interviews(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<Interview[]> {
    return (await interviewService.listOfPerson(ctx, person.id)).map(Interview.from);
  }

  @FieldResolver(() => [InterestMapping], {
    nullable: true,
    description: 'Mappings of interests, newest first.',
  })
  @Personal('HISTORY', 'HIDE')
  async interestMappings(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<InterestMapping[]> {
    return (await interestMappingService.listOfPerson(ctx, person.id)).map(InterestMapping.from);
  }

  @FieldResolver(() => [Nomination], { nullable: true, description: 'Nominations, newest first.' })
  @Personal('HISTORY', 'HIDE')
  async nominations(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<Nomination[]> {
    return (await nominationService.listOfPerson(ctx, person.id)).map(Nomination.from);
  }

  @FieldResolver(() => [OverseasCase], { nullable: true, description: 'Overseas cases, newest first.' })
  @Personal('HISTORY', 'HIDE')
  async overseasCases(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<OverseasCase[]> {
    return (await overseasCaseService.listOfPerson(ctx, person.id)).map(OverseasCase.from);
  }

  @FieldResolver(() => [FinancingCase], { nullable: true, description: 'Financing cases (KUR PMI).' })
  @Personal('SPECIFIC', 'HIDE')
  async financingCases(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<FinancingCase[]> {
    return (await financingCaseService.listOfPerson(ctx, person.id)).map(FinancingCase.from);
  }

  @FieldResolver(() => [Consent], { nullable: true, description: 'Consents, newest first.' })
  @Personal('HISTORY', 'HIDE')
  async consents(
    @Root() person: Person,
    @Ctx() ctx: RequestContext,
    @Arg('active', () => Boolean, { nullable: true, description: 'Only those that hold now.' })
    active: boolean | null | undefined,
  ): Promise<Consent[]> {
    const rows = await consentService.listOfPerson(ctx, person.id, active ?? false);
    return rows.map((row) => Consent.from(row, ctx.clock.today()));
  }

  @FieldResolver(() => [DuplicateCandidate], {
    nullable: true,
    description: 'Records that may be the same person.',
  })
  @Personal('IDENTITY', 'HIDE')
  async duplicateCandidates(
    @Root() person: Person,
    @Ctx() ctx: RequestContext,
  ): Promise<DuplicateCandidate[]> {
    return (await duplicateCandidateService.listOfPerson(ctx, person.id)).map(DuplicateCandidate.from);
  }
}
