import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import { askerOf, claimsOfLogin } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { type Answered, type Row, answer, byKey, grouped, namesIn, paired } from '../testkit/question';
import { reachedBy } from '../testkit/reached';

let house: House;
let organizations: Map<unknown, string>;
beforeAll(async () => {
  house = await openHouse(8);
  organizations = await namesIn(house.agencies.province, 'organization');
});
afterAll(() => house.close());

describe('employers 6: requests for tailored classes and the places reserved', () => {
  it.each(['seats_reserved > 0', `status = 'DECLINED'`])(
    'of an employer with a request where %s',
    async (kind) => {
      const requests = await house.agencies['training-center'].sql<
        Row & { id: string; employer_id: string | null }
      >(
        `SELECT request.id, status, reason, headcount, needed_by::text AS "neededBy", seats_reserved AS "seatsReserved",
         request.agreement_id, employer_id, CASE WHEN programme.id IS NOT NULL THEN jsonb_build_object('name', programme.name) END AS programme,
         CASE WHEN place.id IS NOT NULL THEN jsonb_build_object('seats', seats, 'reserved', reserved, 'filled', filled,
           'remaining', seats - reserved - filled) END AS allocation, request.${kind} AS wanted
       FROM training_request request LEFT JOIN programme ON programme.id = programme_id
       LEFT JOIN quota_allocation place ON place.id = allocation_id`,
      );
      const asker = requests.find(
        ({ employer_id, wanted }) => employer_id !== null && wanted === true,
      )?.employer_id;
      const own = requests.filter(({ employer_id }) => employer_id === asker);
      expect(own.length).toBeLessThan(requests.length);
      const classes = await house.agencies['training-center'].sql<Row>(
        `SELECT request_id, name, status, starts_on::text AS "startsOn", ends_on::text AS "endsOn", seats,
         seats - (SELECT count(*)::int FROM enrolment WHERE class_id = training_class.id AND stage IN ('RESERVED', 'ENROLLED', 'COMPLETED')) AS "seatsFree"
       FROM training_class ORDER BY starts_on, id`,
      );
      const agreements = byKey(
        await house.agencies.province.sql<Row>('SELECT id, title, status FROM agreement'),
        'id',
      );
      const opened = grouped(classes, 'request_id');
      const reply = (await answer(house, 'employers-06', { employer: asker })).at('trainingRequests');
      expect(reply.at('totalCount').value).toBe(own.length);
      for (const [node, request] of paired(reply.list('nodes'), own, { id: 'id' })) {
        const { agreement_id, employer_id: _employer, wanted: _wanted, ...told } = request;
        const { title, status } = agreements.get(String(agreement_id)) ?? {};
        expect(node).toEqual({
          ...told,
          agreement: agreement_id === null ? null : { title, status },
          classes: (opened.get(request.id) ?? []).map(({ request_id: _request, ...one }) => one),
        });
      }
      if (kind.includes('seats')) expect(own.some(({ id }) => opened.has(id))).toBe(true);
    },
  );
});

describe('employers 7: a certificate is verified', () => {
  const NOTHING = {
    shared: false,
    scheme: null,
    qualifier: null,
    kkni: null,
    competencyUnits: null,
    issuedOn: null,
    validUntil: null,
  };

  it('without telling its content, unless its holder shares it', async () => {
    const numbers = await house.agencies['training-center'].sql<{ number: string; state: string }>(
      `SELECT DISTINCT ON (state) number, state FROM (SELECT number, CASE WHEN revoked_on IS NOT NULL THEN 'REVOKED'
         WHEN valid_until < $1 THEN 'EXPIRED' ELSE 'VALID' END AS state FROM certificate) s ORDER BY state, number`,
      [TODAY],
    );
    expect(numbers.map(({ state }) => state)).toEqual(['EXPIRED', 'REVOKED', 'VALID']);
    for (const { number, state } of numbers) {
      const reply: Answered = await answer(house, 'employers-07', { number, shareCode: 'guessed' });
      expect(reply.at('certificateVerification').value).toEqual({
        ...NOTHING,
        valid: state === 'VALID',
        status: state,
      });
    }
    const unknown = await answer(house, 'employers-07', { number: 'none' });
    expect(unknown.at('certificateVerification').value).toEqual({ ...NOTHING, valid: false, status: null });
  });

  it('with its content where its holder gave out a code, as long as the code works', async () => {
    const [certificate] = await house.agencies['training-center'].sql<
      Row & { number: string; units: string[] }
    >(
      `SELECT number, person_id, id, scheme, qualifier, kkni, issued_on::text AS "issuedOn", valid_until::text AS "validUntil", units
       FROM certificate WHERE revoked_on IS NULL AND valid_until >= $1 AND cardinality(units) > 1 ORDER BY number LIMIT 1`,
      [TODAY],
    );
    if (!certificate) throw new Error('There is no valid certificate with an end.');
    const { number, units, person_id, id, ...content } = certificate;
    const titles = byKey(
      await house.agencies['training-center'].sql<Row>('SELECT code, title FROM competency_unit'),
      'code',
    );
    const share = (code: string, lastDay: string): Promise<Row[]> =>
      house.agencies['training-center'].sql(
        'INSERT INTO certificate_share (person_id, certificate_id, code_hash, valid_until) VALUES ($1, $2, sha256($3::bytea), $4)',
        [person_id, id, code, lastDay],
      );
    await share('works today', TODAY);
    await share('worked yesterday', '2026-06-14');
    const told = async (shareCode: string): Promise<unknown> =>
      (await answer(house, 'employers-07', { number, shareCode })).at('certificateVerification').value;
    const competencyUnits = units.map((code) => titles.get(code));
    const known = { valid: true, status: 'VALID' };
    expect(await told('works today')).toEqual({ ...content, ...known, competencyUnits, shared: true });
    expect(await told('worked yesterday')).toEqual({ ...NOTHING, ...known });
  });
});

describe('employers 8: own SMK interns of a trade who finish this quarter', () => {
  const EMPLOYER = claimsOfLogin('recruiter').employer;

  // The recruiter's employer takes on more: of each kind that the question tells apart, at each end of the province.
  beforeAll(async () => {
    const taken = await house.agencies.province.sql<{ person: string; until: string }>(
      `UPDATE internship SET employer_id = $1 WHERE id IN (
         SELECT DISTINCT ON (region_code, occupation_code, internship.status) internship.id
         FROM internship JOIN school ON npsn = school_npsn WHERE employer_id IS NOT NULL ORDER BY region_code, occupation_code, internship.status, internship.id)
       RETURNING coalesce(student_id, id) AS person, (ends_on + 90)::text AS until`,
      [EMPLOYER],
    );
    for (const { person, until } of taken)
      await house.agencies.province.sql(
        `INSERT INTO disclosure_basis (person_id, keeper_id, organization_id, kind, valid_from, valid_until, demo)
         VALUES ($1, $2, $3, 'INTERNSHIP', '2025-01-01', $4, true) ON CONFLICT DO NOTHING`,
        [person, organizationId('dinas-pendidikan-banten'), EMPLOYER, until],
      );
  });

  it.each(['36', '36.72', '36.73'])('at schools of region %s', async (region) => {
    const internships = await everyInternship();
    const hosted = await reachedBy(house, 'province', askerOf('employers-08'));
    const isOwn = ({ person }: Internship): boolean => hosted.has(person);
    const [[trade] = ['']] = [
      ...grouped(
        internships.filter((one) => finishes(one) && isOwn(one)),
        'trade',
      ),
    ].sort(([, one], [, other]) => other.length - one.length);
    const isOfTrade = (one: Row): boolean => one['trade'] === trade;
    const kinds = internships.map((one) => [finishes(one), isOfTrade(one), isOwn(one)].join());
    expect(new Set(kinds).size).toBe(8);
    const expected = internships.filter(
      (one) => finishes(one) && isOfTrade(one) && isOwn(one) && String(one['region_code']).startsWith(region),
    );
    const occupations = await namesIn(house.agencies.province, "listed_code WHERE list = 'KBJI'", 'code');
    const employers = await namesIn(house.agencies.employers, 'employer');
    const reply = (await answer(house, 'employers-08', { trades: [trade], region })).at('internships');
    expect(reply.at('totalCount').value).toBe(expected.length);
    for (const [node, row] of paired(reply.list('nodes'), expected, { id: 'id' })) {
      const {
        status: _status,
        region_code: _region,
        trade: code,
        employer_id,
        person: _person,
        ...told
      } = row;
      const employer = employer_id === null ? null : { name: employers.get(employer_id) };
      expect(node).toEqual({ ...told, occupation: { code, name: occupations.get(code) }, employer });
    }
  });

  interface Internship extends Row {
    readonly endsOn: string;
    readonly person: string;
  }

  function everyInternship(): Promise<Internship[]> {
    return house.agencies.province.sql(
      `SELECT internship.id, status, ends_on::text AS "endsOn", certification_planned AS "certificationPlanned", occupation_code AS trade,
         coalesce(student_id, internship.id) AS person, employer_id,
         jsonb_build_object('name', school.name, 'region', jsonb_build_object('name', region.name)) AS school, region_code
       FROM internship JOIN school ON npsn = school_npsn JOIN region ON region.code = region_code`,
    );
  }

  function finishes({ status, endsOn }: Internship): boolean {
    const isRun = ['RUNNING', 'ASSESSED', 'CERTIFIED'].includes(String(status));
    return isRun && endsOn >= '2026-04-01' && endsOn <= '2026-06-30';
  }
});

it('employers 9: obligations under the follow-up of A4, and whether they are met in time', async () => {
  const reply = (await answer(house, 'employers-09', { agreement: agreementId('D3') })).at('agreement');
  const [agreement] = await house.agencies.province.sql<Row>(
    `SELECT title, status, expires_on::text AS "expiresOn",
       (SELECT jsonb_build_object('title', title, 'status', status) FROM agreement above WHERE above.id = agreement.follows_up_id) AS "followsUp"
     FROM agreement WHERE id = $1`,
    [agreementId('D3')],
  );
  expect(reply.value).toMatchObject({ ...agreement, followsUp: { status: 'SIGNED' } });
  const obligations = await house.agencies.province.sql<Row>(
    `SELECT duty, due_on::text AS "dueOn", fulfilled_on::text AS "fulfilledOn", obligor_id,
       CASE WHEN waived THEN 'WAIVED' WHEN fulfilled_on IS NOT NULL THEN 'FULFILLED' WHEN due_on < $2 THEN 'OVERDUE' ELSE 'OPEN' END AS status,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('name', proof ->> 'name')), '[]') FROM jsonb_array_elements(evidence) proof) AS evidence
     FROM obligation JOIN clause ON clause.id = clause_id WHERE agreement_id = $1 ORDER BY clause.position, obligation.position`,
    [agreementId('D3'), TODAY],
  );
  expect(new Set(obligations.map(({ status }) => status))).toEqual(new Set(['OPEN', 'OVERDUE', 'FULFILLED']));
  expect(reply.list('obligations')).toEqual(
    obligations.map(({ obligor_id: id, ...told }) => ({
      ...told,
      obligor: { id, name: organizations.get(id) },
    })),
  );
  const clauses = await house.agencies.province.sql<Row>(
    'SELECT number, title, kind FROM clause WHERE agreement_id = $1 ORDER BY position',
    [agreementId('D3')],
  );
  expect(clauses.length).toBeGreaterThan(0);
  expect(reply.list('clauses')).toEqual(clauses);
});
