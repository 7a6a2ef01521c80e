import type { Day } from './vocabulary.types';

/** The day on which the demonstration takes place. */
export const DEMO_TODAY: Day = '2026-06-15';

const MILLISECONDS_A_DAY = 86_400_000;

/** The story asks for the same few thousand days millions of times: each is converted once. */
const numbers = new Map<Day, number>();
/** By number from 1940 on, beyond the demonstration's last day. */
const days: (Day | undefined)[] = Array.from({ length: 36_000 });
const DAYS_BEFORE_1970 = 11_000;

function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(day) / MILLISECONDS_A_DAY);
  numbers.set(day, number);
  return number;
}

function dayOf(number: number): Day {
  const known = days[number + DAYS_BEFORE_1970];
  if (known !== undefined) return known;
  const day = new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  days[number + DAYS_BEFORE_1970] = day;
  return day;
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOf(numberOf(day) + count);
}

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const first = `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const sameDay = addDays(first, Number(day.slice(8)) - 1);
  return sameDay.slice(0, 7) === first.slice(0, 7) ? sameDay : addDays(first, lengthOfMonth(first) - 1);
}

function lengthOfMonth(first: Day): number {
  return Number(addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1).slice(8));
}

/** Days from the first to the second day; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** The earlier of two days. */
export function earlier(left: Day, right: Day): Day {
  return left < right ? left : right;
}

/** The later of two days. */
export function later(left: Day, right: Day): Day {
  return left > right ? left : right;
}

/** Full years of age on the demonstration's day. */
export function ageOf(birthDate: Day): number {
  const years = Number(DEMO_TODAY.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return birthDate.slice(5) > DEMO_TODAY.slice(5) ? years - 1 : years;
}
