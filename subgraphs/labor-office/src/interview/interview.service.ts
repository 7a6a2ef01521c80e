import { grouped } from '@simpul/kit/context/grouped';
import type { RequestContext } from '@simpul/kit/context/context';
import type { InterviewRow } from './interview.entity';
import { interviewRepository } from './interview.repository';

export const interviewService = {
  /** A person's interviews, newest first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly InterviewRow[]> {
    return (await ctx.load(interviewsOfPeople, personId)) ?? [];
  },
};

async function interviewsOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, InterviewRow[]>> {
  const rows = await ctx.read((db) => interviewRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}
