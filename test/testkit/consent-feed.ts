import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import { ConsentHolder } from '@simpul/kit/agency/consent-holder';
import { openAgency } from '@simpul/kit/agency/serve';
import { openClock } from '@simpul/kit/clock/clock';
import { roleUrls } from '@simpul/kit/database/roles';
import {
  type SigningKey,
  makeSigningKey,
  openVerificationKeys,
  publicJwk,
} from '@simpul/kit/keys/signing-key';
import { openLog } from '@simpul/kit/log/log';
import { fixedGrants } from '@simpul/kit/policy/policy-source';
import { employers } from '@simpul/employers/agency';
import { laborOffice } from '@simpul/labor-office/agency';
import { TODAY, openTestAgency, testSecrets } from './agency';
import { TEST_AUDIT } from './audit';
import { GATEWAY_KEY } from './gateway-key';
import { type LabourOffice, openLabourOffice } from './labour-office';

/** What came back for one request: of an answer that is none, the status. */
type Answer = string | number;

/** A labour office that tells of consents, and an agency that may hear of them. */
export interface ConsentHouse {
  readonly office: LabourOffice;
  readonly officeKey: SigningKey;
  /** Where the labour office itself tells of them. */
  readonly origin: string;
  readonly readerKey: SigningKey;
  /** Real time at the holder; tests set it. */
  now: Date;
  /** Versions after which holders have asked, and the answers that they got. */
  readonly asked: number[];
  readonly answered: Answer[];
  /** Changes what the labour office answers on its way to a holder. */
  onTheWay: (jws: string) => Promise<Answer> | Answer;
  /** The process of a holder: all of them are over one database. */
  holder(): ConsentHolder;
  /** SQL at the holder, past row-level security. */
  held<T extends object>(statement: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** Opens both, with a way between them on which answers can be lost, kept and forged. */
export async function openConsentHouse(): Promise<ConsentHouse> {
  const [officeKey, readerKey] = [makeSigningKey(), makeSigningKey()];
  const office = await openLabourOffice();
  const log = openLog('consents', 'silent');
  const app = await openAgency(laborOffice, {
    ...{
      urls: office.urls,
      clock: openClock(TODAY),
      log,
      gatewayKeys: GATEWAY_KEY,
      grants: fixedGrants(null),
      secrets: testSecrets(laborOffice),
      audit: TEST_AUDIT,
    },
    publicationKeys: {
      signing: new Map([['CONSENTS_KEY_FILE', officeKey]]),
      readers: new Map([['CONSENTS_READERS_FILE', openVerificationKeys([publicJwk(readerKey)])]]),
    },
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const agency = await openTestAgency(employers);
  const database = await openAgencyDatabase(employers, roleUrls(agency.databaseUrl, employers.name));
  const way = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '', origin);
      house.asked.push(Number(url.searchParams.get('after')));
      const { authorization = '' } = request.headers;
      const answer = await house.onTheWay(await (await fetch(url, { headers: { authorization } })).text());
      house.answered.push(answer);
      response.statusCode = typeof answer === 'number' ? answer : 200;
      response.end(String(answer));
    })();
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${String((way.address() as AddressInfo).port)}/consents`);
  const keys = openVerificationKeys([publicJwk(officeKey)]);
  const house: ConsentHouse = {
    ...{
      office,
      officeKey,
      readerKey,
      origin,
      now: new Date(),
      asked: [],
      answered: [],
      onTheWay: (jws) => jws,
    },
    holder: () => new ConsentHolder({ url, keys, readerKey, tls: null, database, now: () => house.now }),
    held: (statement, parameters) => agency.sql(statement, parameters),
    close: async () => {
      way.closeAllConnections();
      way.close();
      await database.close();
      await Promise.all([app.close(), agency.close()]);
      await office.close();
    },
  };
  return house;
}

/** What {@link consentRow} writes beside the ids. */
const CONTENT = `'PLACEMENT', '{IDENTITY}', '2026-06-15T09:00:00+07:00', '2026-12-31', true`;

/** Writes a consent at the labour office as its owner, without telling anybody. */
export async function consentRow(office: LabourOffice, person: string): Promise<string> {
  const id = randomUUID();
  await office.sql(
    `INSERT INTO consent (person_id, id, recipient_id, purpose, categories, given_at, valid_until, demo)
     VALUES ($1, $2, $3, ${CONTENT})`,
    [person, id, randomUUID()],
  );
  return id;
}
