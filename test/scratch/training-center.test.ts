import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { openTestAgency, type TestAgency } from '../testkit/agency';
import { trainingCenter } from '@simpul/training-center/agency';
import { statements } from '@simpul/kit/database/statements';

let agency: TestAgency;
const t0 = Date.now();
beforeAll(async () => { agency = await openTestAgency(trainingCenter, 8); console.log('opened', Date.now() - t0); }, 300_000);
afterAll(() => agency.close());

it('asks', async () => {
  const out: string[] = [];
  for (const part of readFileSync('/tmp/tc/queries.graphql', 'utf8').split(/^---$/m)) {
    const sql: string[] = [];
    const count = (m: any) => { if (m.sql.startsWith('SELECT') || m.sql.startsWith('WITH') || /^\s*(SELECT|WITH)/.test(m.sql)) if (!m.sql.includes('set_config')) sql.push(m.sql); };
    statements.subscribe(count);
    const t = Date.now();
    const [q, v] = part.split(/^VARS/m);
    let vars: any = {};
    if (v) { const [row] = await agency.sql<any>(v); vars = row; }
    const r = await agency.ask(q!, vars);
    statements.unsubscribe(count);
    out.push(`### ${Date.now() - t} ms, ${sql.length} selects\n${q!.trim()}\n${JSON.stringify(r, null, 1).replace(/\n\s*/g, ' ').slice(0, 6000)}\n`);
    if (process.env['SHOWSQL']) out.push(sql.join('\n'));
  }
  require('fs').writeFileSync('/tmp/tc/answers.txt', out.join('\n'));
}, 300_000);
