import { FieldRefused, SimpulError } from '../errors/errors';

/** The error for a personal field (`Type.field`) that would be shown without a record of it. */
export function auditUnavailable(coordinate: string): FieldRefused {
  return new FieldRefused('AUDIT_UNAVAILABLE', coordinate);
}

/** The error for a change that was made, and whose outcome would be shown without a record of it. */
export function outcomeWithheld(): SimpulError {
  return new SimpulError(
    'AUDIT_UNAVAILABLE',
    'What was asked is done, or was refused, and that stands; its outcome tells of people, and that it was shown cannot be ' +
      'recorded now. Send the same again with the same idempotency key: nothing happens twice, and the outcome is shown.',
  );
}

/** The error for a change that cannot be recorded, and is therefore not made. */
export function changeNotRecorded(): SimpulError {
  return new SimpulError(
    'AUDIT_UNAVAILABLE',
    'A change of what is kept about people cannot be recorded now, so it was not made. Ask again later.',
  );
}
