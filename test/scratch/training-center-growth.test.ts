import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { openTestAgency, type TestAgency } from '../testkit/agency';
import { trainingCenter } from '@simpul/training-center/agency';
import { statements } from '@simpul/kit/database/statements';
import { storyBlock } from '@simpul/schema/demo/story';

let agency: TestAgency;
const blocks = Number(process.env['BLOCKS'] ?? 40);
beforeAll(async () => { let t = Date.now(); for (let b = 100; b < 110; b++) storyBlock(b); const story = (Date.now() - t) / 10; t = Date.now(); agency = await openTestAgency(trainingCenter, blocks); console.log(`opened ${blocks} in`, Date.now() - t, 'story ms per block', story); }, 600_000);
afterAll(() => agency.close());

it('asks', async () => {
  const out: string[] = [];
  for (const part of readFileSync('/tmp/tc/bench.graphql', 'utf8').split(/^---$/m)) {
    const [q, v] = part.split(/^VARS/m);
    let vars: any = {};
    if (v) { const [row] = await agency.sql<any>(v); vars = row; }
    const times: number[] = []; let n = 0; let size = 0; let err = '';
    for (let i = 0; i < 6; i++) {
      n = 0;
      const slow: string[] = [];
      const count = (m: any) => { if (!m.sql.includes('set_config') && /^\s*(SELECT|WITH)/.test(m.sql)) n++; };
      statements.subscribe(count);
      const t = performance.now();
      const r = await agency.ask(q!, vars);
      times.push(Math.round(performance.now() - t));
      statements.unsubscribe(count);
      size = JSON.stringify(r).length; err = JSON.stringify(r.errors ?? '').slice(0, 300);
    }
    out.push(`${times.join(' ')} ms | ${n} selects | ${size} bytes ${err} | ${q!.trim().slice(0, 150)}`);
  }
  require('fs').writeFileSync('/tmp/tc/bench.txt', out.join('\n') + '\n');
  if (process.env['EXPLAIN']) {
    const ex: string[] = [];
    for (const s of readFileSync('/tmp/tc/explain.sql', 'utf8').split(';')) if (s.trim()) ex.push(s.trim().slice(0,200), ...(await agency.sql<any>(s)).map((r: any) => r['QUERY PLAN']));
    require('fs').writeFileSync('/tmp/tc/explain.txt', ex.join('\n'));
  }
  console.log(JSON.stringify(await agency.sql(`SELECT (SELECT count(*)::int FROM enrolment) e, (SELECT count(*)::int FROM certificate) c, (SELECT count(*)::int FROM training_class) k, (SELECT count(*)::int FROM vacancy_echo) v, (SELECT count(*)::int FROM event) ev`)));
}, 600_000);
