import { HOUSE_KEYS } from '../config/keys';
import { KeyRing } from '../secrets/key-ring';
import { Secrets } from '../secrets/secret-file';
import type { Agency } from './agency';
import { readAgencyConfig } from './agency-config';

const URL_KEY = 'DATABASE_URL_POST_OFFICE';
const POST_OFFICE = 'postgresql://clerk:secret@127.0.0.1:5432/post';

/** What a process says that ends because of its configuration, and its exit code. */
function refusal(
  env: NodeJS.ProcessEnv,
  secretFiles: Agency['secretFiles'] = [],
): [string, number | undefined] {
  const said: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  try {
    expect(() => readAgencyConfig({ name: 'post-office', secretFiles }, env)).toThrow('ended');
    return [said.join(''), Number(exit.mock.calls[0]?.[0])];
  } finally {
    write.mockRestore();
    exit.mockRestore();
  }
}

it('needs the URL of its database and nothing else', () => {
  expect(readAgencyConfig({ name: 'post-office' }, { [URL_KEY]: POST_OFFICE })).toEqual({
    ...{ host: '127.0.0.1', port: 0, databaseUrl: POST_OFFICE, today: undefined, logLevel: 'info' },
    secrets: new Secrets(),
  });
});

it('names every bad key at once, as its caller wrote it, and no value', () => {
  const env = {
    [URL_KEY]: 'postgresql://clerk:secret@127.0.0.1:port/post',
    HOST: '0.0.0.0',
    PORT: 'secret',
    NODE_ENV: 'production',
    SIMPUL_TODAY: '2026-06-15',
    SIMPUL_DATE: 'secret',
    LOG_LEVEL: 'secret',
  };
  const [said, code] = refusal(env);

  expect(code).toBe(78);
  for (const key of Object.keys(env).filter((name) => name !== 'NODE_ENV'))
    expect(said).toMatch(new RegExp(`^  ${key}: `, 'm'));
  expect(said).not.toContain('secret');
  expect(refusal({})[0]).toContain(`  ${URL_KEY}: set it to the URL`);
});

it('leaves keys of the house alone that concern other processes', () => {
  const exported = Object.fromEntries(HOUSE_KEYS.map((key) => [key, '2026-06-15']));
  expect(readAgencyConfig({ name: 'post-office' }, { [URL_KEY]: POST_OFFICE, ...exported }).today).toBe(
    '2026-06-15',
  );
});

it('names a missing or unusable file of secrets with the other bad keys', () => {
  const files = [{ key: 'LAMP_KEYS_FILE', parse: KeyRing.parse, generate: KeyRing.generate }];
  const env = { [URL_KEY]: POST_OFFICE, PORT: 'secret' };
  for (const LAMP_KEYS_FILE of [undefined, '/nowhere/secret', __filename]) {
    const [said, code] = refusal(LAMP_KEYS_FILE === undefined ? env : { ...env, LAMP_KEYS_FILE }, files);
    expect(code).toBe(78);
    expect(said).toMatch(/^ {2}PORT: [^]*^ {2}LAMP_KEYS_FILE: /m);
    expect(said).not.toContain('secret ');
  }
});
