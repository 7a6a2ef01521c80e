import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyPackage } from './package-copy';

it('copies programs for everybody to run, and makes the links that an installation without scripts lacks', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'simpul-copy-'));
  const [source, target] = [path.join(root, 'package'), path.join(root, 'copies', '1.0.0')];
  for (const folder of ['bin', 'lib'])
    mkdirSync(path.join(source, 'native', folder), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(source, 'native', 'bin', 'postgres'), '', { mode: 0o600 });
  writeFileSync(path.join(source, 'native', 'lib', 'libicu.so.60.2'), 'library', { mode: 0o600 });
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }];
  writeFileSync(path.join(source, 'native', 'pg-symlinks.json'), JSON.stringify(links));

  expect(copyPackage(source, target)).toBe(target);

  const modeOf = (...parts: string[]): number => statSync(path.join(target, ...parts)).mode & 0o777;
  expect([modeOf(), modeOf('native', 'bin'), modeOf('native', 'bin', 'postgres')]).toEqual([
    0o755, 0o755, 0o755,
  ]);
  expect(modeOf('native', 'lib', 'libicu.so.60')).toBe(0o644);
  expect(readlinkSync(path.join(target, 'native', 'lib', 'libicu.so.60'))).toBe('libicu.so.60.2');
  rmSync(source, { recursive: true });
  expect(existsSync(copyPackage(source, target))).toBe(true);
  rmSync(root, { recursive: true });
});
