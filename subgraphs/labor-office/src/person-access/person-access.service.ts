import type { RequestContext } from '@simpul/kit/context/context';
import type { ReadableField } from '@simpul/kit/graphql/guard/personal-fields';
import { InputCheck } from '@simpul/kit/input/input-check';
import { type AccessAsked, type Opening, openingsTo } from '@simpul/kit/policy/opening';
import { personService } from '../person/person.service';

export const personAccessService = {
  /** Whether there is such a person for the caller: a stranger and nobody are the same. */
  async isAnswered(ctx: RequestContext, { personId, organization }: AccessAsked): Promise<boolean> {
    new InputCheck().id(['person'], personId).id(['asOrganization'], organization).done();
    return (await personService.read(ctx, personId)) !== null;
  },

  async listOpenings(
    ctx: RequestContext,
    asked: AccessAsked,
    fields: readonly ReadableField[],
  ): Promise<readonly Opening[]> {
    return openingsTo(ctx, asked, fields);
  },
};
