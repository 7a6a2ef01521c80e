import { appendFileSync, closeSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ChildLog } from './child-log';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-log-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('tells warnings from chatter, and for a failed process also what came without the logger', () => {
  const log = new ChildLog(folder, 'lighthouse');
  closeSync(log.open());
  const lines = [
    '{"level":30,"msg":"lit"}',
    '{"level":40,"msg":"oil is low"}',
    'PORT: must be a number',
    '',
    '17',
  ];
  appendFileSync(log.path, lines.join('\n'));

  expect(log.warnings()).toEqual(['oil is low']);
  expect(log.complaints()).toEqual(['oil is low', 'PORT: must be a number', '17']);
});

it('begins anew at each start', () => {
  const log = new ChildLog(folder, 'lighthouse');
  closeSync(log.open());

  expect(log.complaints()).toEqual([]);
});
