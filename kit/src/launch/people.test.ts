import { readPeople } from './people';

it('reads how many people are wanted', () => {
  expect(readPeople([])).toBe(2000);
  expect(readPeople(['--people', '100000'])).toBe(100_000);
});

it.each([
  [['--people', '300'], /--people 300: must be a multiple of 250/],
  [['--people', '0'], /multiple of 250/],
  [['--people', 'many'], /multiple of 250/],
  [['--peple', '250'], /Unknown option '--peple'[^]*Usage: npm run demo -- --people 100000/],
  [['250'], /Unexpected argument '250'/],
])('refuses %j', (args, message) => {
  expect(() => readPeople(args)).toThrow(message);
});
