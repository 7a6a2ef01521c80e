import type { CallerSettings } from '@simpul/kit/database/database';

/** A reason on record, as the administrator reads it. */
export interface RecordedBasis {
  readonly person: string;
  readonly keeper: string;
  readonly organization: string;
  readonly agreement: string | null;
  readonly region: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** A consent on record, as the administrator reads it. */
export interface RecordedConsent {
  readonly person: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly from: string;
  readonly until: string | null;
}

/** What an agency has on record of who may know of whom. */
export interface Records {
  readonly bases: readonly RecordedBasis[];
  readonly consents: readonly RecordedConsent[];
}

/** Whom a caller reaches, worked out from the records once more and by other means than the database's. */
export function reachedPeople(records: Records, caller: CallerSettings): ReadonlySet<string> {
  const { today, organization, purpose, reach } = caller;
  if (today === null) return new Set();
  const lasts = ({ from, until }: { from: string; until: string | null }): boolean =>
    from <= today && (until ?? today) >= today;
  const bases = records.bases.filter(lasts);
  const own = new Set([...reach.own, reach.staff]);
  const agreed = new Set(
    records.consents
      .filter(
        (consent) => lasts(consent) && consent.recipient === organization && consent.purpose === purpose,
      )
      .map(({ person }) => person),
  );
  const people = bases.filter((basis) => own.has(basis.organization)).map(({ person }) => person);
  for (const grant of reach.grants) {
    for (const basis of bases) {
      const isTheirs = basis.keeper === grant.provider;
      const isUnder = basis.organization === organization && basis.agreement === grant.agreement;
      const path = (basis.region ?? '').split('.');
      const isThere =
        grant.regions.length === 0 ||
        grant.regions.some((region) => region.split('.').every((part, level) => path[level] === part));
      const isAgreed = grant.legalBasis !== 'CONSENT' || agreed.has(basis.person);
      if (isTheirs && (isUnder || !grant.onlyUnderAgreement) && isThere && isAgreed)
        people.push(basis.person);
    }
  }
  return new Set(reach.self === null ? people : [...people, reach.self]);
}
