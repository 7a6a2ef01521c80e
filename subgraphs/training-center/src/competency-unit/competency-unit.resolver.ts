import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { programmeService } from '../programme/programme.service';
import { Programme } from '../programme/programme.type';
import { CompetencyUnit } from './competency-unit.type';

@Resolver(() => CompetencyUnit)
export class CompetencyUnitResolver {
  @FieldResolver(() => [Programme], { description: 'Programmes that teach it.' })
  async programmes(@Root() unit: CompetencyUnit, @Ctx() ctx: RequestContext): Promise<Programme[]> {
    return (await programmeService.listTeaching(ctx, unit.code)).map(Programme.from);
  }
}
