/** A field of one person's row that a request is about to be shown. */
export interface Disclosure {
  readonly type: string;
  readonly field: string;
  /** Id of the person. */
  readonly person: string;
  /** Id and version of the grant that opened it; null where none was needed. */
  readonly grant: { readonly id: string; readonly version: number; readonly agreement: string } | null;
  readonly masked: boolean;
}

/** What a request is shown of people, gathered while it is answered; never any value. */
export interface Disclosures {
  add(disclosure: Disclosure): void;
}
