import type { AgreementTerm } from './agreement.policy';
import type { AgreementStatus } from './agreement.type';

/** What may be done to an agreement once it is recorded. */
export type Move = 'SIGN' | 'BRING_INTO_FORCE' | 'SUSPEND' | 'RESUME' | 'TERMINATE';

interface Leap {
  readonly from: readonly AgreementStatus[];
  readonly to: AgreementStatus;
}

const LEAPS: Readonly<Record<Move, Leap>> = {
  SIGN: { from: ['CLAIMED', 'PLANNED'], to: 'SIGNED' },
  BRING_INTO_FORCE: { from: ['SIGNED'], to: 'IN_FORCE' },
  SUSPEND: { from: ['IN_FORCE'], to: 'SUSPENDED' },
  RESUME: { from: ['SUSPENDED'], to: 'IN_FORCE' },
  TERMINATE: { from: ['IN_FORCE', 'SUSPENDED'], to: 'TERMINATED' },
};

/** Where a move leads. */
export function landingOf(move: Move): AgreementStatus {
  return LEAPS[move].to;
}

/** Whether an agreement that stands somewhere can make the move. */
export function isLegal(move: Move, standing: AgreementStatus): boolean {
  return LEAPS[move].from.includes(standing);
}

/** States that an agreement may go to from one; its last day ends it without anybody's doing. */
export function movesFrom(standing: AgreementStatus): AgreementStatus[] {
  const own = Object.values(LEAPS)
    .filter(({ from }) => from.includes(standing))
    .map(({ to }) => to);
  return standing === 'IN_FORCE' || standing === 'SUSPENDED' ? [...own, 'EXPIRED'] : own;
}

/**
 * What moves start from: unlike what is shown, an agreement that comes into force on a later day counts as in force,
 * or nobody could suspend it before that day.
 */
export function standingOn({ status, expiresOn }: AgreementTerm, day: string): AgreementStatus {
  const isLive = status === 'IN_FORCE' || status === 'SUSPENDED';
  return isLive && expiresOn !== null && expiresOn < day ? 'EXPIRED' : status;
}
