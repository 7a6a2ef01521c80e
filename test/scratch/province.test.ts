import 'reflect-metadata';
import { writeFileSync, readFileSync } from 'fs';
import { buildAgencySchema } from '@simpul/kit/graphql/agency-schema';
import { province } from '../../subgraphs/province/src/agency';
import { openTestAgency } from '../testkit/agency';
import { statements } from '@simpul/kit/database/statements';
it('works', async () => {
  const { sdl } = await buildAgencySchema(province.schema);
  writeFileSync('/tmp/province/province.sdl', sdl);
  const app = await openTestAgency(province, 8);
  try {
    const q = readFileSync('/tmp/province/queries.json', 'utf8');
    const out: any[] = [];
    for (const { query, variables } of JSON.parse(q)) {
      const sql: string[] = []; const h = (m: any) => sql.push(m.sql); statements.subscribe(h);
      const t = performance.now(); const r = await app.ask(query, variables); const ms = performance.now() - t;
      statements.unsubscribe(h);
      out.push({ query, ms: Math.round(ms), selects: sql.filter((s) => /^\s*(SELECT|WITH)/i.test(s) && !s.includes('set_config')).length, sql: process.env.SQL ? sql : undefined, r });
    }
    writeFileSync('/tmp/province/answers.json', JSON.stringify(out, null, 1));
    if (process.env.RAW) writeFileSync('/tmp/province/raw.json', JSON.stringify(await app.sql(process.env.RAW), null, 1));
  } finally { await app.close(); }
}, 180000);
