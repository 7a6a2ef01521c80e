import { AGENCIES, agencyOf, SOURCE_FOLDERS, sourcesIn } from './house';

/** Config files read it; a test may hand it on to the process that it starts. */
const READERS = [/^kit\/src\/config\//, /(^|[-/])config[.]ts$/, /[.]test[.]ts$/];
const sources = SOURCE_FOLDERS.flatMap(sourcesIn).filter(
  ({ path }) => !path.startsWith('test/architecture/'),
);

function words(agency: string): RegExp {
  const key = agency.replaceAll('-', '_');
  return new RegExp(`DATABASE_URL_${key.toUpperCase()}\\b|postgres(ql)?://[^\\s'"\`]*/${key}\\b`);
}

describe('the environment', () => {
  it('is read in config files only', () => {
    const readers = sources
      .filter(({ text }) => /\bprocess\s*(\.|\[['"])env\b/.test(text))
      .map(({ path }) => path);
    expect(readers.filter((path) => !READERS.some((reader) => reader.test(path)))).toEqual([]);
  });
});

describe('connection strings', () => {
  const mentions = sources
    .filter(({ path }) => !path.startsWith('test/'))
    .map(({ path, text }) => ({ path, agencies: AGENCIES.filter((agency) => words(agency).test(text)) }));

  it('never bring two agencies’ databases into one file', () => {
    expect(mentions.filter(({ agencies }) => agencies.length > 1)).toEqual([]);
  });

  it('never bring another agency’s database into an agency', () => {
    const strays = mentions.filter(({ path, agencies }) =>
      agencies.some((agency) => agencyOf(path) && agency !== agencyOf(path)),
    );
    expect(strays).toEqual([]);
  });

  it('are known to kit and to the gateway for no agency at all', () => {
    expect(mentions.filter(({ path, agencies }) => agencies.length > 0 && !agencyOf(path))).toEqual([]);
  });

  it.each(AGENCIES)('of %s would be seen', (agency) => {
    const key = agency.replaceAll('-', '_');
    expect(words(agency).test(`env.DATABASE_URL_${key.toUpperCase()}`)).toBe(true);
    expect(words(agency).test(`connect('postgres://owner@db:5432/${key}')`)).toBe(true);
  });
});
