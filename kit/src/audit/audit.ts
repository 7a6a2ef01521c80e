import type { TlsIdentity } from '../config/tls';
import type { RoleUrls } from '../database/roles';
import type { OperationServer } from '../http/graphql-route';
import type { SigningKey } from '../keys/signing-key';
import type { Log } from '../log/log';
import type { AuditKeys } from './audit-keys';
import { AwaitedRecords } from './awaited-records';
import { type AuditedContext, AuditedServer } from './audited-server';
import type { HeadKeys } from './head';
import { type Post, HeadSender } from './head-sender';
import { Keeper } from './keeper';
import { Rounds } from './rounds';
import { RecordWriter } from './record-writer';
import { type Accountable, RequestDisclosures } from './request-disclosures';
import { Sealer } from './sealer';
import { postTo } from './post';
import { Witness } from './witness';

const SEAL_EVERY_MS = 500;
const SEND_EVERY_MS = 10_000;

/** Where an agency sends the heads of its chain, and what it signs them with. */
export interface WitnessAddress {
  readonly url: string;
  readonly key: SigningKey;
}

/** What an agency needs for its audit, all of it from outside its database. */
export interface AuditSettings {
  readonly keys: AuditKeys;
  readonly witness: WitnessAddress | null;
  /** Keys of the agencies whose heads are kept here; null: none are. */
  readonly headKeys: HeadKeys | null;
}

/** Whose audit it is. */
export interface AuditParts {
  readonly agency: string;
  readonly urls: RoleUrls;
  readonly settings: AuditSettings;
  readonly log: Log;
  readonly tls?: TlsIdentity | null;
}

/** An agency's audit while it serves: records before answers, the chain over them, heads to the witness. */
export class Audit {
  private readonly awaited = new AwaitedRecords();
  private readonly writer: RecordWriter;
  private readonly keeper: Keeper;
  private readonly sealer: Sealer;
  private readonly sender: HeadSender | null;
  private readonly rounds: readonly Rounds[];

  private constructor(private readonly parts: AuditParts) {
    const { agency, urls, settings, log, tls = null } = parts;
    this.writer = new RecordWriter({ appUrl: urls.app, agency, log, awaited: this.awaited });
    this.keeper = new Keeper(urls.worker, agency);
    this.sealer = new Sealer({ keeper: this.keeper, keys: settings.keys, awaited: this.awaited, log });
    this.sender = settings.witness && senderTo(settings.witness, { agency, log }, tls);
    this.rounds = [
      new Rounds('sealing', SEAL_EVERY_MS, log, () => this.sealer.seal()),
      new Rounds('witness', SEND_EVERY_MS, log, () => this.send()),
    ];
  }

  /** Opens it, and begins to seal and to send. */
  static open(parts: AuditParts): Audit {
    const audit = new Audit(parts);
    for (const round of audit.rounds) round.start();
    return audit;
  }

  /** Gathers what one request is shown. */
  disclosuresTo(caller: Omit<Accountable, 'keys' | 'awaited'>): RequestDisclosures {
    return new RequestDisclosures({ ...caller, keys: this.parts.settings.keys, awaited: this.awaited });
  }

  /** A server whose answers have their record. */
  before<T extends AuditedContext>(server: OperationServer<T>): OperationServer<T> {
    return new AuditedServer(server, this.writer, this.parts.log);
  }

  /** What this agency does for others: keeps heads of their chains, if it was given their keys. */
  routes(): ReturnType<Witness['routes']> {
    const { headKeys } = this.parts.settings;
    return headKeys ? new Witness(this.keeper, headKeys).routes() : { posted: [], plain: [] };
  }

  /** How the chain and its witness are, for whoever watches over the process. */
  condition(): object {
    const { end, isWhole, unsound, gone } = this.sealer.chain;
    const records = this.writer.isBlocked ? 'REFUSED' : 'WRITTEN';
    const chain = isWhole && gone === 0 ? 'WHOLE' : 'BROKEN';
    const { overdue } = this.awaited;
    const witness = { witness: this.sender?.state ?? 'NONE', witnessed: this.sender?.witnessed ?? 0 };
    return { audit: { records, sealed: end.count, overdue, chain, unsound, gone, ...witness } };
  }

  /** Ends after what was recorded is sealed, as far as it can be now. */
  async close(): Promise<void> {
    await this.writer.close();
    for (const round of this.rounds) await round.stop();
    await this.keeper.close();
  }

  private async send(): Promise<void> {
    await this.sender?.send(this.sealer.chain.end);
  }
}

function senderTo(
  { url, key }: WitnessAddress,
  { agency, log }: Pick<AuditParts, 'agency' | 'log'>,
  tls: TlsIdentity | null,
): HeadSender {
  const post: Post = postTo(url, tls);
  return new HeadSender({ agency, key, post, log });
}
