import { type OrganizationSlug, organizationId } from './ids';

/** The organisations whose people each agency keeps: they alone open these people to others. */
const KEEPERS: Readonly<Record<string, readonly OrganizationSlug[]>> = {
  'labor-office': ['disnakertrans-kota-serang', 'disnaker-kota-cilegon'],
  'training-center': ['bbpvp-serang'],
  province: ['dinas-pendidikan-banten'],
  employers: ['apindo'],
};

/** Ids of the organisations whose people an agency keeps; none for an agency that keeps nobody's. */
export function keepersOf(agency: string): readonly string[] {
  return (KEEPERS[agency] ?? []).map(organizationId);
}
