import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { employers } from '@simpul/employers/agency';
import { prepareDatabase } from '@simpul/kit/agency/agency';
import { loadDemo } from '@simpul/kit/agency/demo';
import { ensureDatabase } from '@simpul/kit/postgres/database';
import { urlOfDatabase } from '@simpul/kit/postgres/address';
import { storyBlock } from '@simpul/schema/demo/story';
import { openAgency } from '@simpul/kit/agency/serve';
import { openClock } from '@simpul/kit/clock/clock';
import { openLog } from '@simpul/kit/log/log';
import { Client } from 'pg';
import { testServerUrl } from '../testkit/databases';

const BLOCKS = Number(process.env['GROW'] ?? 40);
const out: string[] = [];
it('grows', async () => {
  let t = Date.now(); let c = process.cpuUsage();
  for (let b = 0; b < 20; b++) storyBlock(b);
  out.push(`storyBlock ${(Date.now() - t) / 20} ms/block wall, cpu ${process.cpuUsage(c).user / 20000}`);
  await ensureDatabase(testServerUrl(), 'grow_employers');
  const url = urlOfDatabase(testServerUrl(), 'grow_employers');
  const urls = await prepareDatabase(employers, url);
  t = Date.now(); c = process.cpuUsage();
  await loadDemo(employers, url, BLOCKS * 250, () => undefined);
  out.push(`load ${BLOCKS} blocks: ${(Date.now() - t) / BLOCKS} ms/block wall, cpu ${process.cpuUsage(c).user / 1000 / BLOCKS}`);
  const app = await openAgency(employers, { urls, clock: openClock('2026-06-15'), log: openLog('employers', 'silent') });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const pg = new Client({ connectionString: url }); await pg.connect();
  const col = async (q: string) => (await pg.query(q)).rows.map((r: any) => Object.values(r)[0]);
  const S = 'placementSummary{bySchemeAndChannel{scheme channel placed active keptAt3Months keptAt6Months keptAt12Months}}';
  const reps = async (T: string, c2: string, n = 100) => ({ r: (await col(`select ${c2} from placement where ${c2} is not null group by 1 order by count(*) desc limit ${n}`)).map((id) => ({ __typename: T, id })) });
  const emp = { r: (await col('select id from employer limit 100')).map((id) => ({ __typename: 'Employer', id })) };
  const cases: [string, string, object][] = [
    ['employers page', '{ employers(first:100){ totalCount nodes{ id name latestWorkforceReport{total} vacancies(first:5){nodes{title}} placements(first:5){nodes{id}} skillDemands{id} } } }', {}],
    ['employers text', '{ employers(first:20, filter:{text:"baja", region:"36.72", reportedVacancySince:"2026-05-01"}){ totalCount nodes{ id } } }', {}],
    ['entities latest', 'query($r:[_Any!]!){ _entities(representations:$r){ ... on Employer { latestWorkforceReport{ total localByRegion{total} } } } }', emp],
    ['vacancies page', '{ vacancies(first:100, filter:{occupations:["72"], region:"36.73", status:[OPEN,PARTLY_FILLED]}){ totalCount nodes{ id employer{name} placements(first:2){totalCount nodes{id}} } } }', {}],
    ['vacancies units', '{ vacancies(first:100, filter:{competencyUnits:["DEMO.LAS.003"], unfilledForDays:30}){ totalCount nodes{ id } } }', {}],
    ['unit vacancies', 'query($r:[_Any!]!){ _entities(representations:$r){ ... on CompetencyUnit { vacancies(region:"36.73"){ totalCount nodes{ id employer{name} } } } } }', { r: ['DEMO.LAS.001', 'DEMO.LAS.002', 'DEMO.LAS.003', 'DEMO.LAS.004', 'DEMO.LAS.005'].map((code) => ({ __typename: 'CompetencyUnit', code })) }],
    ['placements page', '{ placements(first:100){ totalCount nodes{ id scheme employer{name} vacancy{title} retention{months employed} } } }', {}],
    ['placements filter', '{ placements(first:100, filter:{originRegion:"36.73", scheme:[EMPLOYMENT], active:true, startsFrom:"2026-01-01"}){ totalCount nodes{ id } } }', {}],
    ['persons', 'query($r:[_Any!]!){ _entities(representations:$r){ ... on Person { placements{id employer{name}} currentPlacement{id employer{name}} } } }', await reps('Person', 'person_id')],
    ['agreements', `query($r:[_Any!]!){ _entities(representations:$r){ ... on Agreement { ${S} } } }`, await reps('Agreement', 'agreement_id')],
    ['agreements placements', 'query($r:[_Any!]!){ _entities(representations:$r){ ... on Agreement { placements(first:20){totalCount nodes{id}} } } }', await reps('Agreement', 'agreement_id')],
    ['programmes', `query($r:[_Any!]!){ _entities(representations:$r){ ... on Programme { demand{id} ${S} placements(first:20){totalCount nodes{id}} } } }`, await reps('Programme', 'programme_id')],
    ['classes', `query($r:[_Any!]!){ _entities(representations:$r){ ... on TrainingClass { ${S} } } }`, await reps('TrainingClass', 'training_class_id')],
    ['allocations', `query($r:[_Any!]!){ _entities(representations:$r){ ... on QuotaAllocation { ${S} } } }`, { r: (await col('select distinct ancestor_id from allocation_echo')).map((id) => ({ __typename: 'QuotaAllocation', id })) }],
    ['summary', '{ placementSummary(groupBy:[AREA, COUNTRY]){ scheme placed active } }', {}],
    ['summary all dims', '{ placementSummary(groupBy:[AREA, COUNTRY, REGION, INDUSTRY, PROGRAMME, AGREEMENT, EDUCATION, MONTH]){ scheme placed active } }', {}],
    ['reporting', '{ vacancyReportingSummary(from:"2025-01-01", to:"2026-06-15", region:"36"){ employers vacancies share } }', {}],
    ['balance', '{ vacancyBalance(form:III_5, month:"2026-05", region:"36"){ carriedForward } }', {}],
    ['skillDemands', '{ skillDemands(first:100, filter:{region:"36.72", minHeadcount:16}){ totalCount nodes{ id employer{name} } } }', {}],
    ['investment', '{ investmentNeeds(first:100, region:"36"){ totalCount nodes{ id employer{name} } } }', {}],
  ];
  for (const [name, query, variables] of cases) {
    const ms: number[] = []; let error = '';
    for (let i = 0; i < 12; i++) {
      const s = performance.now();
      const r: any = await (await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ query, variables }) })).json();
      ms.push(performance.now() - s);
      if (r.errors) error = JSON.stringify(r.errors);
    }
    ms.sort((a, b) => a - b);
    out.push(`${name.padEnd(24)} p50 ${ms[5]!.toFixed(0)} max ${ms[11]!.toFixed(0)} ${error}`);
  }
  const appc = new Client({ connectionString: urls.app }); await appc.connect();
  await appc.query("select set_config('simpul.subject','x',false)");
  const names = require('node:fs').readdirSync('/tmp/employers').filter((f: string) => f.endsWith('.sql'));
  const ex: string[] = [];
  for (const f of names) { const text = require('node:fs').readFileSync('/tmp/employers/' + f, 'utf8'); await appc.query(text); ex.push('## ' + f, ...(await appc.query('EXPLAIN (ANALYZE, BUFFERS OFF) ' + text)).rows.map((r: any) => r['QUERY PLAN'])); }
  writeFileSync('/tmp/employers/explain.txt', ex.join('\n')); await appc.end();
  out.push(JSON.stringify((await pg.query('select (select count(*) from placement) p, (select count(*) from vacancy) v, (select count(*) from employer) e, (select count(*) from event) ev')).rows));
  await pg.end(); await app.close();
}, 580000);
afterAll(() => writeFileSync('/tmp/employers/growth.txt', out.join('\n')));
