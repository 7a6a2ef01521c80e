import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { ASKERS } from '../testkit/askers';

const EXTENSION = '.graphql';

it('says of every question whose it is', () => {
  const questions = readdirSync(path.join(__dirname, 'questions')).map((file) =>
    path.basename(file, EXTENSION),
  );
  expect(Object.keys(ASKERS).sort()).toEqual(questions.sort());
});

it('tells readers the same', () => {
  const readme = readFileSync(path.join(HOUSE_ROOT, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| \d+ .*\(`([\w-]+)`\) *\| `([\w-]+)`, `(\w+)` *\|/gm)];
  expect(rows).toHaveLength(10);
  for (const [, name = '', login, purpose] of rows)
    expect([name, { login, purpose }]).toEqual([name, ASKERS[name]]);
});
