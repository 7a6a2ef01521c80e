import { ERRORS, type ErrorCode } from '@simpul/schema/contract/errors';
import {
  ACCESS_OUTCOMES,
  type AccessBasis,
  type AccessEntry,
} from '@simpul/schema/contract/access-explanation';
import { PERSONAL_DATA_CATEGORIES } from '@simpul/schema/contract/bundle';
import { PURPOSES, ROLES } from '@simpul/schema/contract/identity';
import { RELATIONS } from '@simpul/schema/contract/relations';
import { z } from 'zod';

const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];
const BASES: readonly AccessBasis[] = [...RELATIONS, 'GRANT'];

const grant = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  agreement: z.string(),
  clause: z.string().nullable(),
  legalBasis: z.string(),
  validTo: z.iso.date().nullable(),
});
const needed = z.strictObject({
  identity: z.literal(true).exactOptional(),
  purposes: z.array(z.enum(PURPOSES)).exactOptional(),
  roles: z.array(z.enum(ROLES)).exactOptional(),
  grant: z
    .strictObject({
      category: z.enum(PERSONAL_DATA_CATEGORIES),
      providers: z.array(z.string()),
      recipient: z.string(),
      purpose: z.enum(PURPOSES),
    })
    .exactOptional(),
  consent: z.literal(true).exactOptional(),
});
const entry = z.strictObject({
  coordinate: z.string().regex(/^\w{1,100}\.\w{1,100}(\(\w{1,100}:\))?$/),
  outcome: z.enum(ACCESS_OUTCOMES),
  agency: z.string(),
  basis: z.enum(BASES).nullable(),
  purpose: z.enum(PURPOSES).nullable(),
  grant: grant.exactOptional(),
  code: z.enum(CODES).exactOptional(),
  needed: needed.exactOptional(),
});

/** What an agency says of the access that it gave; nothing where that has another form than was agreed. */
export function toldAccess(agency: string, told: unknown): readonly AccessEntry[] {
  const read = z.array(entry).safeParse(told);
  return read.success ? read.data.map((each) => ({ ...each, agency })) : [];
}
