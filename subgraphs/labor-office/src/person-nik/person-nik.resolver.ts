import type { RequestContext } from '@simpul/kit/context/context';
import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { personService } from '../person/person.service';
import { Person } from '../person/person.type';
import { RevealNikInput, VerifyNikInput } from './person-nik.input';
import { revealNik } from './person-nik-reveal.service';
import { personNikService } from './person-nik.service';
import { NikVerification, RevealNikResult, RevealedNik, VerifyNikResult } from './person-nik.type';

@Resolver(() => Person)
export class PersonNikResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Last four digits of the NIK; the number itself is nowhere in the graph.',
  })
  @Personal('IDENTITY', 'HIDE')
  async nikMasked(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<string | null> {
    return personNikService.lastFour(ctx, person.id);
  }

  @Mutation(() => VerifyNikResult, {
    nullable: true,
    description: "Tell whether a NIK is this person's; rate-limited and audited, the NIK is not returned.",
  })
  async verifyNik(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => VerifyNikInput, { description: 'Person and number.' }) input: VerifyNikInput,
  ): Promise<NikVerification | OutcomeMember> {
    const outcome = await personNikService.verify(ctx, input);
    return outcome instanceof OutcomeMember ? outcome : Object.assign(new NikVerification(), outcome);
  }

  @Mutation(() => RevealNikResult, {
    nullable: true,
    description:
      "Tell a person's whole NIK, with a reason: to the head of the person's own labour office and to nobody else; audited, and listed to the person.",
  })
  async revealNik(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RevealNikInput, { description: 'Person and reason.' }) input: RevealNikInput,
  ): Promise<RevealedNik | OutcomeMember> {
    const outcome = await revealNik(ctx, input);
    return outcome instanceof OutcomeMember ? outcome : Object.assign(new RevealedNik(), outcome);
  }
}

@Resolver(() => RevealedNik)
export class RevealedNikResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Whose number it is.' })
  @Personal('IDENTITY', 'HIDE')
  async person(@Root() { personId }: RevealedNik, @Ctx() ctx: RequestContext): Promise<Person | null> {
    const row = await personService.read(ctx, personId);
    return row && Person.from(row);
  }
}
