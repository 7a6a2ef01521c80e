import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { employers } from '@simpul/employers/agency';
import { statements } from '@simpul/kit/database/statements';
import { openTestAgency } from '../testkit/agency';

const out: string[] = [];
const say = (...x: unknown[]) => out.push(x.map((y) => (typeof y === 'string' ? y : JSON.stringify(y))).join(' '));

it('runs', async () => {
  let sql: string[] = [];
  const t0 = Date.now();
  const a = await openTestAgency(employers, 8);
  say('opened', Date.now() - t0);
  statements.subscribe((m: any) => sql.push(m.sql));
  const q = async (title: string, query: string, v: object = {}) => {
    sql = [];
    const r: any = await a.ask(query, v);
    const data = sql.filter((s) => !/^(START|COMMIT|ROLLBACK|SELECT set_config)/.test(s.trim()));
    say(`\n## ${title} [${data.length} statements]`);
    say(JSON.stringify(r).slice(0, 1500));
    if (r.errors && !title.startsWith('BAD')) say('!!!! ERRORS', r.errors);
    return r.data;
  };
  for (const t of ['employer','workforce_report','vacancy','vacancy_unit','vacancy_post_change','placement','retention_check','allocation_echo','skill_demand','investment_need','event'])
    say(t, (await a.sql<any>(`select count(*)::int n from ${t}`))[0].n);
  await q('employers', `{ employers(first: 5, filter: {region: "36.72", size: [LARGE], text: "baja demo"}) { totalCount asOf nodes { id name nib industry{code} region{code} industrialArea size member version demo
     workforceReports(first: 2, since: "2025-01-01") { totalCount nodes { id site wlkpNumber period{from to} total needed newHires localByRegion{region{code} total needed newHires} submittedAt demo employer{name} } }
     latestWorkforceReport { period{to} total } vacancies(first: 2, status:[OPEN,PARTLY_FILLED]) { totalCount nodes { id title } }
     placements(first: 2, active: true) { totalCount nodes { id scheme } } skillDemands { id headcount status } } } }`);
  const es = (await a.sql<any>('select id from employer order by id limit 100')).map((r) => r.id);
  await q('_entities latest', `query($r:[_Any!]!){ _entities(representations:$r) { ... on Employer { latestWorkforceReport { total newHires needed localByRegion { region { code } total needed newHires } } } } }`, { r: es.map((id) => ({ __typename: 'Employer', id })) });
  await q('vacancies', `{ vacancies(first: 3, filter: {occupations: ["72"], competencyUnits: ["DEMO.LAS.001"], status: [OPEN, PARTLY_FILLED], unfilledForDays: 10, scheme: [EMPLOYMENT], reporting: [ACCEPTED], region: "36"}) { totalCount pageInfo{endCursor hasNextPage} nodes { id title occupation{code} openings filled unfilled validUntil minAge maxAge sex education skills competencyUnits{code} experienceMonths wageFrom{amount currency} wageTo{amount} workRegion{code} country scheme status source openedAt version demo employer{name} reporting{status receipt reportedAt reportedTo{id} missing filledReportedAt} placements(first:2){totalCount nodes{id}} } } }`);
  await q('unit vacancies', `{ _entities(representations: [{__typename:"CompetencyUnit", code:"DEMO.LAS.001"},{__typename:"CompetencyUnit", code:"DEMO.LAS.002"},{__typename:"CompetencyUnit", code:"NONE"}]) { ... on CompetencyUnit { code vacancies(first: 2, region: "36.72") { totalCount pageInfo{endCursor hasNextPage} nodes { id title status employer{name} } } } } }`);
  await q('placements', `{ placements(first: 3, filter: {scheme:[EMPLOYMENT], channel:[AKL], area:[OWN_CITY], originRegion:"36.73", active: true, countries:["ID"]}) { totalCount asOf nodes { id person{id} employer{name} vacancy{title} programme{id} trainingClass{id} agreement{id} allocation{id} occupation{code} scheme channel destination{area region{code} country} startsOn endsOn retention{months dueOn checkedOn employed} version demo } } }`);
  const alloc = (await a.sql<any>('select ancestor_id a, count(*) from allocation_echo group by 1 order by 2 desc limit 3')).map((r) => r.a);
  await q('placements under allocation', `query($a:ID!){ placements(first: 1, filter: {allocation:$a}) { totalCount asOf nodes { id allocation{id} } } }`, { a: alloc[0] });
  await q('placementSummary', `{ placementSummary { scheme channel placed active suppressed demo area } }`);
  await q('placementSummary grouped', `{ placementSummary(filter:{originRegion:"36.72"}, groupBy:[AREA, COUNTRY, REGION, INDUSTRY, PROGRAMME, AGREEMENT, EDUCATION, MONTH, AREA]) { scheme channel area country region{code} industry{code} programme{id} agreement{id} education month placed active suppressed } }`);
  await q('placementSummary by month', `{ placementSummary(groupBy:[MONTH], filter:{scheme:[EMPLOYMENT], startsFrom:"2026-01-01"}) { scheme channel month placed active suppressed } }`);
  const one = async (c: string) => (await a.sql<any>(`select ${c} c from placement where ${c} is not null group by 1 order by count(*) desc limit 3`)).map((r) => r.c);
  const S = 'bySchemeAndChannel{scheme channel placed active keptAt3Months keptAt6Months keptAt12Months suppressed} asOf demo';
  const reps = async (t: string, c: string) => ({ r: (await one(c)).map((id) => ({ __typename: t, id })) });
  await q('agreement', `query($r:[_Any!]!){ _entities(representations:$r) { ... on Agreement { id placements(first:2){totalCount nodes{id}} placementSummary{${S}} } } }`, await reps('Agreement', 'agreement_id'));
  await q('programme', `query($r:[_Any!]!){ _entities(representations:$r) { ... on Programme { id demand(region:"36.72"){id headcount employer{name}} placements(first:2){totalCount nodes{id}} placementSummary(from:"2026-01-01", to:"2026-12-31"){${S}} } } }`, await reps('Programme', 'programme_id'));
  await q('class', `query($r:[_Any!]!){ _entities(representations:$r) { ... on TrainingClass { id placementSummary{${S}} } } }`, await reps('TrainingClass', 'training_class_id'));
  await q('allocation', `query($r:[_Any!]!){ _entities(representations:$r) { ... on QuotaAllocation { id placementSummary{${S}} } } }`, { r: [...alloc, es[0]].map((id) => ({ __typename: 'QuotaAllocation', id })) });
  await q('persons', `query($r:[_Any!]!){ _entities(representations:$r) { ... on Person { id placements(active:true){id employer{name} scheme channel startsOn} currentPlacement{id scheme employer{name}} } } }`, { r: (await a.sql<any>('select person_id p from placement group by 1 order by count(*) desc, 1 limit 100')).map((r) => ({ __typename: 'Person', id: r.p })) });
  await q('skillDemands', `{ skillDemands(first: 3, filter:{region:"36.72", minHeadcount: 14, status:[OPEN], occupations:["7212","7541"]}) { totalCount nodes { id employer{name} occupation{code} competencyUnits{code} programme{id} region{code} headcount neededBy agreement{id} status demo } } }`);
  const c1: any = await q('skillDemands p1', `{ skillDemands(first: 13) { totalCount pageInfo{endCursor hasNextPage} nodes { neededBy } } }`);
  await q('skillDemands p2', `{ skillDemands(first: 30, after:"${c1.skillDemands.pageInfo.endCursor}") { totalCount pageInfo{endCursor hasNextPage} nodes { neededBy } } }`);
  await q('investmentNeeds', `{ investmentNeeds(first: 20) { totalCount nodes { id employer{name} region{code} industry{code} occupation{code} headcount neededBy source{name kind title url publishedOn} demo } } }`);
  await q('investmentNeeds f', `{ investmentNeeds(region:"36.73", industries:["C24"]) { totalCount } }`);
  await q('reporting', `{ vacancyReportingSummary(from:"2026-01-01", to:"2026-06-30", region:"36") { employerSize region{code} quarter industry{code} employers employersReporting vacancies vacanciesReported share demo } }`);
  await q('reporting all', `{ vacancyReportingSummary(from:"2025-01-01", to:"2026-06-15", groupBy:[]) { employerSize region{code} quarter employers employersReporting vacancies vacanciesReported share demo } }`);
  await q('reporting ind', `{ vacancyReportingSummary(from:"2026-02-01", to:"2026-05-15", groupBy:[INDUSTRY,QUARTER]) { quarter industry{code} employers employersReporting vacancies vacanciesReported } }`);
  for (const f of ['III_1', 'III_4', 'III_5', 'III_6', 'III_7']) await q('balance ' + f, `{ vacancyBalance(form:${f}, month:"2026-05", region:"36.72") { sex education occupation{code} industry{code} carriedOver reported filled removed carriedForward demo } }`);
  await q('BAD', `{ a: vacancyBalance(form:III_2, month:"2026-13", region:"36.72.01") { demo } b: vacancyBalance(form:III_1, month:"2026-07", region:"99") { demo }
    c: vacancies(first: 1000, filter:{employer:"x", region:"99.99", occupations:["las"], competencyUnits:["%"], unfilledForDays:-1}) { totalCount } d: employers(filter:{industries:["24"], text:" "}) { totalCount } e: employer(nib:"12") { id }
    f: placements(filter:{employer:"x",agreement:"x",allocation:"x",programme:"x",trainingClass:"x",countries:["Japan"],originRegion:"0",startsFrom:"2026-02-01",startsTo:"2026-01-01"}) { totalCount }
    g: vacancyReportingSummary(from:"2026-02-01", to:"2025-05-15", region:"zz") { demo } h: skillDemands(first:0, filter:{employer:"a",agreement:"b",region:"c",occupations:["d"],minHeadcount:-1}) { totalCount } i: investmentNeeds(region:"x", industries:["y"], first: 0) { totalCount } j: placementSummary(filter:{agreement:"x"}) { placed } k: vacancies(after:"zz") { totalCount } }`);
  await q('refs', `query($r:[_Any!]!){ _entities(representations:$r) { __typename ... on Placement { scheme employer{name} } ... on SkillDemand { headcount } ... on InvestmentNeed { source{name} } ... on WorkforceReport { total owner: employer{name} } ... on Vacancy { title } } }`, { r: [
    ...(await a.sql<any>('select id from placement limit 2')).map((x) => ({ __typename: 'Placement', id: x.id })), ...(await a.sql<any>('select id from skill_demand limit 2')).map((x) => ({ __typename: 'SkillDemand', id: x.id })),
    ...(await a.sql<any>('select id from investment_need limit 2')).map((x) => ({ __typename: 'InvestmentNeed', id: x.id })), ...(await a.sql<any>('select id from workforce_report limit 2')).map((x) => ({ __typename: 'WorkforceReport', id: x.id })), ...(await a.sql<any>('select id from vacancy limit 2')).map((x) => ({ __typename: 'Vacancy', id: x.id })) ] });
  await q('text with %', `{ employers(filter:{text:"%"}) { totalCount } all: employers { totalCount } since: employers(filter:{reportedVacancySince:"2026-06-01", member:true, size:[]}) { totalCount } s2: employers(filter:{reportedVacancySince:"2026-06-01", member:true}) { totalCount } }`);
  await a.close();
  writeFileSync('/tmp/employers/out.txt', out.join('\n'));
}, 120000);
afterAll(() => writeFileSync('/tmp/employers/out.txt', out.join('\n')));
