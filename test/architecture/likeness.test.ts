import { AGENCIES, agencyOf, sourcesIn } from './house';
import { likeness, Profile, profileOf, wordsOf } from './likeness';

const LIMIT = 0.6;

/** Below this a file says too little of its own to be a copy: entry points, and filters of two or three fields. */
const SUBSTANCE = 40;

interface Measured {
  path: string;
  agency: string | undefined;
  profile: Profile;
}

function measure(path: string, text: string): Measured {
  return { path, agency: agencyOf(path), profile: profileOf(wordsOf(path, text)) };
}

/**
 * Stubs of other agencies' entities are left out: their words are the owner's, to the letter, and the schema checks
 * refuse them when they are not alike.
 */
function writtenFiles(): Measured[] {
  return AGENCIES.flatMap((agency) => sourcesIn(`subgraphs/${agency}/src`))
    .filter(({ path }) => !path.endsWith('/foreign/foreign.type.ts'))
    .map(({ path, text }) => measure(path, text))
    .filter(({ profile }) => profile.length >= SUBSTANCE);
}

function tooAlike(files: readonly Measured[]): string[] {
  return files.flatMap((one, index) =>
    files
      .slice(index + 1)
      .filter((other) => other.agency !== one.agency)
      .map((other) => ({ other, share: likeness(one.profile, other.profile) }))
      .filter(({ share }) => share > LIMIT)
      .map(({ other, share }) => `${one.path} and ${other.path} are ${Math.round(share * 100)} % alike`),
  );
}

const SERVICE = `
import type { RequestContext } from '@simpul/kit/context/context';
import { vacancyRepository } from './vacancy.repository';

export const vacancyService = {
  async read(ctx: RequestContext, id: string): Promise<VacancyRow | null> {
    if (!isUuid(id)) throw badInput([{ path: ['id'], message: 'Not a UUID.', remedy: 'Give the id as received.' }]);
    const rows = await ctx.read((db) => vacancyRepository.findByIds(db, [id]));
    return rows.find((row) => row.id === id && row.status !== 'REMOVED') ?? null;
  },
};
`;

describe('what one agency says, no other repeats', () => {
  const written = writtenFiles();

  it('has files to compare', () => {
    expect(written.length).toBeGreaterThan(AGENCIES.length);
  });

  it('holds for every two files of different agencies', () => {
    expect(tooAlike(written)).toEqual([]);
  });

  it('shows when a file is copied under another noun', () => {
    const copy = SERVICE.replaceAll('vacancy', 'trainingClass').replaceAll('Vacancy', 'TrainingClass');
    const files = [
      measure('subgraphs/employers/src/vacancy/vacancy.service.ts', SERVICE),
      measure('subgraphs/training-center/src/training-class/training-class.service.ts', copy),
    ];
    expect(tooAlike(files)).toEqual([expect.stringContaining('100 % alike')]);
  });

  it('does not count what both take from kit', () => {
    const one = `import { page, read } from '@simpul/kit/x';\nexport const first = page(read(one), 'newest');`;
    const other = `import { page, read } from '@simpul/kit/x';\nexport const second = page(read(two), 'soonest');`;
    const profile = (text: string) =>
      measure('subgraphs/province/src/region/region.service.ts', text).profile;
    expect(likeness(profile(one), profile(other))).toBe(0);
  });
});
