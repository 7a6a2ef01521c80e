import { DEMO_LOGINS, SERVICE_ACCOUNTS } from './logins';
import { storyBlock } from './story';

const { employers, enrolments, internships, people, placements, vacancies } = storyBlock(0);
const claimsOf = (login: string) => DEMO_LOGINS.find(({ name }) => name === login)?.claims;

it('has the logins that scripts and people know by name', () => {
  expect(DEMO_LOGINS.map(({ name }) => name)).toEqual([
    'caseworker',
    'head',
    'caseworker-cilegon',
    'head-cilegon',
    'admissions',
    'analyst',
    'steward',
    'apindo',
    'recruiter',
    'citizen',
    'developer',
    'auditor',
  ]);
  expect(SERVICE_ACCOUNTS.map(({ client }) => client)).toEqual([
    'service-labor-office',
    'service-training-center',
    'service-province',
    'service-employers',
  ]);
});

it('gives caseworkers and heads the office of their city', () => {
  for (const city of ['', '-cilegon']) {
    const [caseworker, head] = [claimsOf(`caseworker${city}`), claimsOf(`head${city}`)];
    expect(caseworker?.office).toBe(caseworker?.organization);
    expect(head?.office).toBe(caseworker?.office);
    expect(head?.roles).toEqual(['CASEWORKER', 'HEAD']);
  }
  expect(claimsOf('head')?.office).not.toBe(claimsOf('head-cilegon')?.office);
});

it('makes the recruiter one of an employer that hires', () => {
  const employer = claimsOf('recruiter')?.employer;
  expect(employers.map(({ id }) => id)).toContain(employer);
  const open = vacancies.filter(({ employerId, status }) => employerId === employer && status === 'OPEN');
  expect(open.flatMap(({ units }) => units)).not.toEqual([]);
  expect(placements.filter(({ employerId }) => employerId === employer)).not.toEqual([]);
  const finishing = internships.filter(
    ({ status, endsOn }) => status === 'CERTIFIED' && endsOn >= '2026-04-01' && endsOn <= '2026-06-30',
  );
  expect(finishing.map(({ employerId }) => employerId)).toContain(employer);
});

it('makes the citizen a person with a whole journey', () => {
  const id = claimsOf('citizen')?.person;
  const citizen = people.find((person) => person.id === id);
  expect(citizen).toMatchObject({ city: '36.73', interview: expect.any(Object) as object });
  expect(citizen?.registrations).not.toEqual([]);
  expect(enrolments.filter(({ personId }) => personId === id)).not.toEqual([]);
  expect(placements.filter(({ personId }) => personId === id)).not.toEqual([]);
});
