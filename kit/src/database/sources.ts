import type { ValueTransformer } from 'typeorm';
import { z } from 'zod';

const sources = z.array(
  z.strictObject({
    name: z.string(),
    kind: z.enum(['PRESS', 'RECORD', 'LAW', 'SURVEY']),
    title: z.string().nullable(),
    url: z.string().nullable(),
    publishedOn: z.iso.date().nullable(),
  }),
);

/** Where a stored statement or fact was read. */
export type StoredSource = z.output<typeof sources>[number];

/** Parses a jsonb column of sources on its way out: what a loader wrote wrongly is a fault, not an answer. */
export const sourcesColumn: ValueTransformer = {
  from: (stored: unknown): StoredSource[] => sources.parse(stored),
  to: (rows: readonly StoredSource[]) => rows,
};
