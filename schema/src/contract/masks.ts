/** Forms that a personal field takes when policy answers mask, as the argument of @personal. */
export const MASKS = ['NONE', 'PARTIAL', 'YEAR', 'BAND', 'HIDE'] as const;
/** A form of the list. */
export type Mask = (typeof MASKS)[number];
