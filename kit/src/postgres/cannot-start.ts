/** Why something cannot start, in words for the person at the terminal; shown without a stack. */
export class CannotStart extends Error {}
