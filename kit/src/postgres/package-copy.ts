import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Copies the npm package of binaries to a folder where everybody may run them, once; answers with that folder. It also
 * makes the links between libraries that the package makes when it is installed, which `npm ci --ignore-scripts` leaves out.
 */
export function copyPackage(source: string, target: string): string {
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  makeOpenFolder(path.dirname(target));
  makeOpenFolder(unfinished);
  copyOpenly(path.join(source, 'native'), path.join(unfinished, 'native'));
  makeLinks(unfinished);
  renameSync(unfinished, target);
  return target;
}

/** The mode is set apart from the making, since the umask of the caller may close what is made. */
function makeOpenFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function copyOpenly(source: string, target: string): void {
  makeOpenFolder(target);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
    if (entry.isDirectory()) copyOpenly(from, to);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else {
      copyFileSync(from, to);
      const isProgram = path.basename(source) === 'bin' || (statSync(from).mode & 0o111) !== 0;
      chmodSync(to, isProgram ? 0o755 : 0o644);
    }
  }
}

function makeLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
