import type { Mask } from '@simpul/schema/contract/masks';
import { dayInWib } from '../../clock/clock';

/** Stands for a value that has no masked form: it is refused. */
export const UNMASKABLE = Symbol('unmaskable');

/** A number is not known by its last four digits only if more than as many again come before them. */
const FEWEST_DIGITS = 8;
const SHOWN_DIGITS = 4;

const DAY = /^(\d{4})-\d{2}-\d{2}$/;

/** Levels of a region's code down to the city or regency: 36.73. */
const CITY_LEVELS = 2;

/**
 * The masked form of a value; {@link UNMASKABLE} where it has none. An object of a type whose own fields are marked passes as it
 * is, since each of these is masked by itself.
 */
export function maskedValue(value: unknown, mask: Mask, isOfMarkedType: boolean): unknown {
  if (value == null || mask === 'HIDE') return null;
  if (mask === 'NONE') return UNMASKABLE;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => maskedValue(item, mask, isOfMarkedType));
    return items.includes(UNMASKABLE) ? UNMASKABLE : items;
  }
  if (isOfMarkedType) return value;
  switch (mask) {
    case 'PARTIAL':
      return typeof value === 'string' ? partOf(value) : UNMASKABLE;
    case 'YEAR':
      return yearOf(value);
    case 'BAND':
      return typeof value === 'object' && 'code' in value ? cityOf(value.code) : yearOf(value);
  }
}

/** The last four digits of a number, the initials of a name. */
function partOf(text: string): string | symbol {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length >= FEWEST_DIGITS) return `****${digits.slice(-SHOWN_DIGITS)}`;
  const initials = text.split(/\s+/).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  // A code is not a name: its letters may be all that is particular about it.
  return initials.length === 0 || (digits !== '' && !text.includes('@'))
    ? UNMASKABLE
    : initials.map((letter) => `${letter}.`).join(' ');
}

function yearOf(value: unknown): unknown {
  if (value instanceof Date) return new Date(`${dayInWib(value).slice(0, 4)}-01-01T00:00:00+07:00`);
  const year = typeof value === 'string' ? DAY.exec(value)?.[1] : undefined;
  return year === undefined ? UNMASKABLE : `${year}-01-01`;
}

/** As a reference: the name and everything else of the finer region stay behind. */
function cityOf(code: unknown): unknown {
  return typeof code === 'string' ? { code: code.split('.').slice(0, CITY_LEVELS).join('.') } : UNMASKABLE;
}
