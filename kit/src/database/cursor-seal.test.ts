import { CursorKeys } from './cursor-keys';

const [OLD, NEW] = [7, 9].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];
const keysOf = (active: string, keys: object): CursorKeys =>
  CursorKeys.parse(JSON.stringify({ active, keys }));

const keys = keysOf('k1', { k1: OLD });
const LIST = 'person, person.id ASC';
const PLACE = ['2026-06-15', '8ee36283-89e9-48c5-bd4e-c67a72b35031'];
const refused = expect.objectContaining({
  code: 'BAD_USER_INPUT',
  problems: [expect.objectContaining({ path: ['after'] })],
}) as Error;

describe('a cursor', () => {
  const seal = keys.sealOf('recruiter');
  const cursor = seal.seal(LIST, PLACE);

  it('opens for the client and the list it was sealed for, in every process of the agency', () => {
    expect(keysOf('k1', { k1: OLD }).sealOf('recruiter').open(LIST, cursor)).toEqual(PLACE);
  });

  it('is the same for the same place', () => {
    expect(keys.sealOf('recruiter').seal(LIST, PLACE)).toBe(cursor);
  });

  it('tells nothing of its values, nor that two clients stand at the same place', () => {
    const bytes = Buffer.from(cursor, 'base64url').toString('latin1');
    for (const value of PLACE) expect(bytes).not.toContain(value);
    const other = keys.sealOf('other').seal(LIST, PLACE);
    const pieces = Array.from({ length: cursor.length - 3 }, (_, at) => cursor.slice(at, at + 4));
    expect(pieces.filter((piece) => other.includes(piece))).toEqual([]);
  });

  it('is as long for a short value as for a longer one', () => {
    expect(seal.seal(LIST, ['infinity', ...PLACE.slice(1)])).toHaveLength(cursor.length);
    expect(seal.open(LIST, seal.seal(LIST, ['a', 1.5]))).toEqual(['a', 1.5]);
  });

  it.each([
    ['of another client', keys.sealOf('other').seal(LIST, PLACE)],
    ['of another agency', keysOf('k1', { k1: NEW }).sealOf('recruiter').seal(LIST, PLACE)],
    ['of another list', seal.seal('person, person.name ASC', PLACE)],
    ['with a changed letter', `${cursor.slice(0, 40)}${cursor[40] === 'A' ? 'B' : 'A'}${cursor.slice(41)}`],
    ['with a letter more', `${cursor}A`],
    ['that is padded', `${cursor}=`],
    ['cut short', cursor.slice(0, 30)],
    ['made by hand', Buffer.from(JSON.stringify(PLACE)).toString('base64url')],
    ['that is empty', ''],
    ['that is no base64url', '"; DROP TABLE person; --'],
  ])('%s is refused by name', (_what, given) => {
    expect(() => seal.open(LIST, given)).toThrow(refused);
  });
});

describe('a changed key', () => {
  const before = keys.sealOf('recruiter').seal(LIST, PLACE);

  it('leaves the cursors of the one before open while it is kept, and seals by the active one', () => {
    const both = keysOf('k2', { k1: OLD, k2: NEW }).sealOf('recruiter');
    const alone = keysOf('k2', { k2: NEW }).sealOf('recruiter');
    expect(both.open(LIST, before)).toEqual(PLACE);
    expect(both.seal(LIST, PLACE)).toBe(alone.seal(LIST, PLACE));
    expect(alone.open(LIST, both.seal(LIST, PLACE))).toEqual(PLACE);
  });

  it('refuses them once it is gone, and says what to do', () => {
    const alone = keysOf('k2', { k2: NEW }).sealOf('recruiter');
    expect(() => alone.open(LIST, before)).toThrow(refused);
    expect(() => alone.open(LIST, before)).toThrow(/after.*Ask for the first page again/);
  });
});

it.each([
  ['no JSON', 'secret', /the file is missing/],
  ['a short key', '{"active":"k1","keys":{"k1":"c2VjcmV0"}}', /keys\.k1 must be 32 bytes/],
  [
    'an unknown active key',
    JSON.stringify({ active: 'k9', keys: { k1: OLD } }),
    /active must be one of keys/,
  ],
])('keys are not read from %s, and no value is told', (_, text, fault) => {
  expect(() => CursorKeys.parse(text)).toThrow(fault);
  expect(() => CursorKeys.parse(text)).not.toThrow(/secret|c2VjcmV0/);
});
