import type { EntityManager } from 'typeorm';

/** A field of one person's row that a request is about to be shown. */
export interface Disclosure {
  readonly type: string;
  readonly field: string;
  /** Id of the person; null for what a filter let through, told of nobody in particular. */
  readonly person: string | null;
  /** Id and version of the grant that opened it; null where none was needed. */
  readonly grant: GrantUsed | null;
  readonly masked: boolean;
}

/** That there is a row of a person, shown by a list or a look-up (`type` and `field`). */
export interface RowDisclosure extends Disclosure {
  readonly person: string;
  /** Type of the row: whatever of it is recorded of the person says already that there is one. */
  readonly rows: string;
}

/** The data grant that opened a field. */
export interface GrantUsed {
  readonly id: string;
  readonly version: number;
  readonly agreement: string;
}

/** A field of what an employer reports that a request is about to be shown: about nobody, and still the employer's to follow. */
export interface ReportDisclosure {
  readonly type: string;
  readonly field: string;
  /** Id of the employer. */
  readonly employer: string;
}

/** A change of what an agency keeps about people. */
export interface Change {
  /** What was changed, e.g. `Nomination`. */
  readonly type: string;
  /** What happened to it, e.g. `NominationMade`. */
  readonly happened: string;
  /** Ids of the people it is about. */
  readonly people: readonly string[];
}

/** What a request is shown of people, gathered while it is answered; never any value. */
export interface Disclosures {
  /** A personal value is about to be shown: also one that is null, and one that is masked. */
  add(disclosure: Disclosure): void;
  /** A row about somebody is about to be shown, be it by its id alone. */
  listed(row: RowDisclosure): void;
  /** Something that an employer reports is about to be shown. */
  addReport(disclosure: ReportDisclosure): void;
  /** A personal field (`Type.field`) was refused; once per field is enough. */
  refused(coordinate: string): void;
  /** Records of the audit itself are about to be shown, which name these people. */
  inspected(fields: readonly string[], people: readonly string[]): void;
  /** Records a change in the transaction that makes it; the change fails if it cannot be recorded. */
  changed(db: Pick<EntityManager, 'query'>, change: Change): Promise<void>;
  /** Whether records cannot be written now: then nothing personal may be shown. */
  readonly closed: boolean;
}
