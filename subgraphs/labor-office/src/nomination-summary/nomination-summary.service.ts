import { grouped } from '@simpul/kit/context/grouped';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { type PublishedCell, publishedCells } from '@simpul/kit/figures/suppression';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { FollowUpOutcome, NominationStatus } from '../nomination/nomination.type';
import { type NominationCount, nominationSummaryRepository } from './nomination-summary.repository';

const STATUSES: readonly NominationStatus[] = ['PROPOSED', 'ACCEPTED', 'WAITLISTED', 'REJECTED', 'WITHDRAWN'];
const OUTCOMES: readonly FollowUpOutcome[] = [
  'WORKING',
  'SELF_EMPLOYED',
  'SEEKING',
  'STUDYING',
  'UNREACHABLE',
];

/** How many nominations are of one kind. */
type Part<Kind> = PublishedCell<{ readonly kind: Kind; readonly count: number }>;

/** The nominations of one allocation or agreement in figures. */
export interface NominationFigures {
  readonly total: number;
  readonly byStatus: readonly Part<NominationStatus>[];
  readonly byFollowUp: readonly Part<FollowUpOutcome>[];
  readonly byDistrict: readonly Part<string | null>[];
  readonly asOf: Date;
  readonly demo: boolean;
}

/** Null where neither a nomination nor a ledger is recorded: 0 would be an invented figure there. */
export const nominationSummaryService = {
  async findOfAllocation(ctx: RequestContext, allocationId: string): Promise<NominationFigures | null> {
    new InputCheck().id(['id'], allocationId).done();
    const counts = await ctx.load(countsOfAllocations, allocationId);
    return counts && figuresOf(counts, ctx.clock.now());
  },

  async findOfAgreement(ctx: RequestContext, agreementId: string): Promise<NominationFigures | null> {
    new InputCheck().id(['id'], agreementId).done();
    const counts = await ctx.load(countsOfAgreements, agreementId);
    return counts && figuresOf(counts, ctx.clock.now());
  },
};

const countsOfAllocations: Batch<NominationCount[]> = async (ctx, ids) =>
  grouped(await ctx.tally((db) => nominationSummaryRepository.countOfAllocations(db, ids)), ownerOf);

const countsOfAgreements: Batch<NominationCount[]> = async (ctx, ids) =>
  grouped(await ctx.tally((db) => nominationSummaryRepository.countOfAgreements(db, ids)), ownerOf);

function ownerOf({ owner }: NominationCount): string {
  return owner;
}

/** As fresh as the ledger's echo where that says what stands below, else of this moment. */
function figuresOf(counts: readonly NominationCount[], now: Date): NominationFigures {
  const [oldest] = counts.flatMap(({ asOf }) => asOf ?? []).sort((a, b) => a.getTime() - b.getTime());
  const nominated = counts.filter(({ status }) => status !== null);
  const districts = [...new Set(nominated.map(({ district }) => district))].sort();
  return {
    total: sumOf(nominated),
    byStatus: partsOf(nominated, STATUSES, ({ status }) => status),
    byFollowUp: partsOf(nominated, OUTCOMES, ({ followUp }) => followUp),
    byDistrict: partsOf(nominated, districts, ({ district }) => district),
    asOf: oldest ?? now,
    demo: counts.some(({ demo }) => demo),
  };
}

function partsOf<Kind>(
  counts: readonly NominationCount[],
  kinds: readonly Kind[],
  kindOf: (count: NominationCount) => Kind | null,
): Part<Kind>[] {
  const parts = kinds.map((kind) => ({
    kind,
    count: sumOf(counts.filter((count) => kindOf(count) === kind)),
  }));
  return publishedCells(parts, ['kind']);
}

function sumOf(counts: readonly NominationCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
