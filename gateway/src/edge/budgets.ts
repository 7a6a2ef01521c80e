import type { ClientClass } from '@simpul/schema/contract/client-class';

/** What a client may spend, in units of cost. */
export interface Allowance {
  /** For one operation. */
  readonly budget: number;
  /** For all its operations together: what it may spend at once, and how fast that comes back. */
  readonly burst: number;
  readonly perSecond: number;
}

/** What each class of client may spend, and what all clients of one organisation may spend together. */
export interface Budgets {
  readonly ofClass: Readonly<Record<ClientClass, Allowance>>;
  readonly ofOrganization: Omit<Allowance, 'budget'>;
}

/** The budgets of the house: a page of 100 people with what four agencies know of each costs some thousands. */
export const BUDGETS: Budgets = {
  ofClass: {
    PUBLIC: { budget: 15_000, burst: 300_000, perSecond: 15_000 },
    CITIZEN: { budget: 15_000, burst: 300_000, perSecond: 15_000 },
    EMPLOYER: { budget: 50_000, burst: 500_000, perSecond: 50_000 },
    AGENCY: { budget: 100_000, burst: 5_000_000, perSecond: 500_000 },
    SERVICE: { budget: 100_000, burst: 5_000_000, perSecond: 500_000 },
    DEVELOPER: { budget: 1_000_000, burst: 10_000_000, perSecond: 1_000_000 },
  },
  ofOrganization: { burst: 20_000_000, perSecond: 2_000_000 },
};

const UNLIMITED = { burst: Number.MAX_SAFE_INTEGER, perSecond: Number.MAX_SAFE_INTEGER };
const WIDE: Allowance = { budget: 10_000_000, ...UNLIMITED };

/** For supergraphs that are not ours: their authors say who may spend how much, and they have not said it here. */
export const WIDE_BUDGETS: Budgets = {
  ofClass: { PUBLIC: WIDE, CITIZEN: WIDE, EMPLOYER: WIDE, AGENCY: WIDE, SERVICE: WIDE, DEVELOPER: WIDE },
  ofOrganization: UNLIMITED,
};
