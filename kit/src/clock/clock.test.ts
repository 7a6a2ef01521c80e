import { addDays, dayInWib, daysBetween, openClock } from './clock';

it('tells the day in Western Indonesian Time, where midnight is 17:00 UTC', () => {
  expect(dayInWib(new Date('2026-06-14T16:59:59Z'))).toBe('2026-06-14');
  expect(dayInWib(new Date('2026-06-14T17:00:00Z'))).toBe('2026-06-15');
});

it('can be set to a day and goes on from there', () => {
  const clock = openClock('2026-06-15');
  expect(clock.today()).toBe('2026-06-15');
  expect(dayInWib(clock.now())).toBe('2026-06-15');
});

it('counts days over the end of a month and of a leap February', () => {
  expect(addDays('2026-06-15', 90)).toBe('2026-09-13');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-05-15', '2026-06-15')).toBe(31);
});
