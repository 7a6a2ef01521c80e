const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Business time. Services ask it, and never the database, what day it is. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** The present calendar day in Western Indonesian Time, YYYY-MM-DD. */
  today(): string;
}

/** The calendar day of an instant in Western Indonesian Time (UTC+7, no daylight saving), YYYY-MM-DD. */
export function dayInWib(instant: Date): string {
  return new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10);
}

/** True for a day or month of the years that the graph has anything to say about. */
export function isInKnownYears(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= 1900 && year <= 2200;
}

/** The day a number of days later (or earlier), YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The real clock, or one that is set so that today is the given day; the time of day stays real. */
export function openClock(today?: string): Clock {
  const offset = today === undefined ? 0 : Date.parse(today) - Date.parse(dayInWib(new Date()));
  const now = (): Date => new Date(Date.now() + offset);
  return { now, today: () => dayInWib(now()) };
}
