/** How long a national identity number is: region 6, birth date 6, serial 4. */
const LENGTH = 16;

/** Provinces by the first two digits of their Kemendagri code, those of 2022 included. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 ' +
    '71 72 73 74 75 76 81 82 91 92 93 94 95 96'
  ).split(' '),
);

/** Regencies count from 01 and cities from 71; districts from 01. Of women, 40 is added to the day of birth. */
const AFTER_PROVINCE =
  /^(0[1-9]|[123]\d|7[1-9])(?!00)\d\d(0[1-9]|[1256]\d|[37][01]|4[1-9])(0[1-9]|1[0-2])\d{6}$/;

/** Cheap and never wrong about what holds none: sixteen digits, with at most one separator between two of them. */
const CANDIDATE = /\d(?:[ .-]?\d){15}/;

/** Ids look like separated digits once in a while, and are the one thing that must not be taken for a number. */
const UUID_OR_RUN = /[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\d(?:[ .-]?\d)*/g;

/** What a NIK is printed as, wherever it must not be printed. */
export const NIK_PRINTED = '[NIK]';

/** The scalar whose values are NIKs; inputs of it are the only way in. */
export const NIK_SCALAR = 'NIK';

/** Inputs that may carry a NIK inwards, all at the labour office. */
export const NIK_INPUTS: readonly string[] = ['RegisterJobSeekerInput.nik', 'VerifyNikInput.nik'];

/** The last four digits, for whoever may see that much. */
export const NIK_MASKED = 'Person.nikMasked';

/** The one field that answers a whole NIK. */
export const NIK_REVEALED = 'RevealedNik.nik';

/** Whether sixteen digits have the structure of a NIK: a region that can exist and a date of birth. */
export function isNik(digits: string): boolean {
  return (
    digits.length === LENGTH && PROVINCES.has(digits.slice(0, 2)) && AFTER_PROVINCE.test(digits.slice(2))
  );
}

/**
 * Whether a text holds a NIK: sixteen digits of its structure that no further digit touches, or groups of digits that
 * make sixteen together, parted by one space, point or hyphen each.
 */
export function containsNik(text: string): boolean {
  return text.length >= LENGTH && CANDIDATE.test(text) && withoutNik(text) !== text;
}

/** The text with `[NIK]` in place of every run of digits that holds one. */
export function withoutNik(text: string): string {
  if (!CANDIDATE.test(text)) return text;
  return text.replace(UUID_OR_RUN, (run) => (holdsNik(run) ? NIK_PRINTED : run));
}

function holdsNik(run: string): boolean {
  if (/[a-fA-F]|^\d{8}(-\d{4}){3}-\d{12}$/.test(run)) return false;
  const groups = run.split(/[ .-]/);
  return groups.some((_, start) => {
    let digits = '';
    for (const group of groups.slice(start)) {
      digits += group;
      if (digits.length >= LENGTH) break;
    }
    return isNik(digits);
  });
}
