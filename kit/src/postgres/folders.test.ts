import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serverAccount } from './account';
import { deleteDataFolder, prepareServerFolders } from './folders';

const account = serverAccount();
const root = mkdtempSync(path.join(tmpdir(), 'simpul-folders-'));

afterAll(() => {
  rmSync(root, { recursive: true });
});

it('gives the same data folder the same socket, by whatever path it is named', () => {
  const data = path.join(root, 'data');
  const first = prepareServerFolders(data, account);
  symlinkSync(data, path.join(root, 'alias'));

  expect(prepareServerFolders(path.join(root, 'alias'), account)).toEqual(first);
  expect(prepareServerFolders(path.join(root, 'other'), account).socket).not.toBe(first.socket);
  deleteDataFolder(data);
  deleteDataFolder(path.join(root, 'other'));
});

it('lets nobody but the server enter what is its own', () => {
  const data = path.join(root, 'closed');
  const { server, socket } = prepareServerFolders(data, account);

  for (const folder of [server, socket]) {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(folder).uid).toBe(account?.uid ?? process.getuid?.());
  }
  deleteDataFolder(data);
});

it('refuses a folder for the socket that others may enter', () => {
  const data = path.join(root, 'watched');
  const { socket } = prepareServerFolders(data, account);
  rmSync(socket, { recursive: true });
  mkdirSync(socket, { mode: 0o755 });

  expect(() => prepareServerFolders(data, account)).toThrow(
    /must be a folder that only the account of the server/,
  );
  deleteDataFolder(data);
});
