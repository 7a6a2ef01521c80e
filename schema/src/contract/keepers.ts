import { type OrganizationSlug, organizationId } from './ids';

const KEEPERS = {
  'labor-office': ['disnakertrans-kota-serang', 'disnaker-kota-cilegon'],
  'training-center': ['bbpvp-serang'],
  province: ['dinas-pendidikan-banten'],
  employers: ['apindo'],
} as const satisfies Record<string, readonly OrganizationSlug[]>;

/** A subgraph that keeps people. */
export type KeepingAgency = keyof typeof KEEPERS;

/** Ids of the organisations whose people each subgraph keeps: they alone may open them to others. */
export const keepersOf: Readonly<Record<KeepingAgency, readonly string[]>> = {
  'labor-office': KEEPERS['labor-office'].map(organizationId),
  'training-center': KEEPERS['training-center'].map(organizationId),
  province: KEEPERS.province.map(organizationId),
  employers: KEEPERS.employers.map(organizationId),
};
