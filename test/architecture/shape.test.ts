import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AGENCIES, ROOT, sourcesIn } from './house';
import { shapeFaults, shapeOf } from './shape';

const NOT_WRITTEN = ['dist', 'node_modules', '.turbo', 'tsconfig.tsbuildinfo'];

function pathsOf(agency: string): string[] {
  const folder = `subgraphs/${agency}/src/`;
  return sourcesIn(folder).map(({ path }) => path.slice(folder.length));
}

function entriesOf(agency: string): string[] {
  return readdirSync(join(ROOT, 'subgraphs', agency))
    .filter((entry) => !NOT_WRITTEN.includes(entry))
    .sort();
}

describe('every agency has the same shape', () => {
  const [first = '', ...others] = AGENCIES;

  it('there are agencies to compare', () => {
    expect(others.length).toBeGreaterThan(2);
  });

  it.each(AGENCIES)('%s names its files after noun and role, and leaves no layer alone', (agency) => {
    expect(shapeFaults(pathsOf(agency))).toEqual([]);
  });

  it.each(others)('%s has the file set of the first', (agency) => {
    expect(shapeOf(pathsOf(agency))).toEqual(shapeOf(pathsOf(first)));
    expect(entriesOf(agency)).toEqual(entriesOf(first));
  });

  it.each(AGENCIES)('%s proves itself beside its code', (agency) => {
    expect(pathsOf(agency).filter((path) => path.endsWith('.test.ts'))).not.toEqual([]);
  });

  it.each(AGENCIES)('%s writes its migrations in SQL, numbered, each with its way back', (agency) => {
    const folder = join(ROOT, 'subgraphs', agency, 'migrations');
    const files = existsSync(folder) ? readdirSync(folder) : [];
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !/^\d{4}_[a-z0-9_]+[.](up|down)[.]sql$/.test(file))).toEqual([]);
    const up = files.filter((file) => file.endsWith('.up.sql'));
    expect(files).toEqual(expect.arrayContaining(up.map((file) => file.replace('.up.', '.down.'))));
  });
});

describe('the shape', () => {
  it.each([
    ['person/person.helper.ts', 'not of the form noun.role.ts'],
    ['person/nomination.type.ts', 'not of the form noun.role.ts'],
    ['person/letter/letter.type.ts', 'none inside it'],
    ['seed/people.ts', 'not of the form noun.role.ts'],
    ['person-data/person-data.type.ts', 'name it after what it holds'],
    ['person/person.resolver.ts', 'has a resolver and no service'],
    ['person/person.entity.ts', 'has a entity and no repository'],
  ])('refuses %s', (path, fault) => {
    expect(shapeFaults([path]).join('\n')).toContain(fault);
  });

  it('tells agencies apart that use other roles or entries', () => {
    const one = ['main.ts', 'person/person.type.ts', 'person/person-letter.type.ts', 'seed/facts-people.ts'];
    expect(shapeOf(one)).toEqual(shapeOf(['main.ts', 'vacancy/vacancy.type.ts', 'seed/facts.ts']));
    expect(shapeOf(one)).not.toEqual(shapeOf([...one, 'person/person.repository.ts']));
    expect(shapeOf(one)).not.toEqual(shapeOf([...one, 'server.ts']));
  });
});
