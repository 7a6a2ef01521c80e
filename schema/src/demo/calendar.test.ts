import { addDays, addMonths, ageOf, daysBetween } from './calendar';

describe('calendar', () => {
  it('counts days over months, leap days and the year 1970', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('1970-01-02', -3)).toBe('1969-12-30');
    expect(daysBetween('2025-06-15', '2026-06-15')).toBe(365);
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 24)).toBe('2026-02-28');
    expect(addMonths('2025-12-15', 1)).toBe('2026-01-15');
    expect(addMonths('2026-06-15', -6)).toBe('2025-12-15');
  });

  it('has a birthday on the day itself', () => {
    expect(ageOf('2008-06-15')).toBe(18);
    expect(ageOf('2008-06-16')).toBe(17);
  });
});
