import { publicError } from './public-error';

const refused = (extensions: Record<string, unknown>) =>
  publicError('labor-office', { message: 'No.', extensions: { code: 'FORBIDDEN_FIELD', ...extensions } });

it('passes on which field is refused, how often, and for which purposes it would not be', () => {
  const told = { coordinate: 'Person.name', count: 100, purposes: ['PLACEMENT'] };
  expect(refused(told)).toEqual({ message: 'No.', code: 'FORBIDDEN_FIELD', ...told });
  expect(refused({ coordinate: 'Query.people(name:)' })).toMatchObject({ coordinate: 'Query.people(name:)' });
});

it('passes on nothing that is something else', () => {
  const odd = { coordinate: 'Sari Dewi', count: -1, purposes: ['SPYING'], person: 'x', stack: [] };
  expect(refused(odd)).toEqual({ message: 'No.', code: 'FORBIDDEN_FIELD', purposes: [] });
});
