/** Name of the field with an agency's part of an answer of all agencies: `labor-office` answers `laborOffice`. */
export function partName(agency: string): string {
  return agency.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
