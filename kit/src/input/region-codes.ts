import { readFileSync } from 'node:fs';

/** An administrative region of Indonesia, by its Kemendagri code. */
export interface RegionCode {
  readonly code: string;
  readonly name: string;
  readonly level: 'PROVINCE' | 'REGENCY' | 'DISTRICT';
  readonly parent: string | null;
}

const VILLAGE = /^(\d{2}\.\d{2}\.\d{2})\.\d{4}$/;
const ACRONYMS = new Set(['DKI', 'DI']);
let loaded: ReadonlyMap<string, RegionCode> | undefined;

/** All provinces, cities and regencies, and districts, in code order; from the package idn-area-data (ODbL). */
export function regionCodes(): ReadonlyMap<string, RegionCode> {
  loaded ??= new Map([
    ...listOf('provinces', 'PROVINCE'),
    ...listOf('regencies', 'REGENCY'),
    ...listOf('districts', 'DISTRICT'),
  ]);
  return loaded;
}

/** True for the code of a region in use; of a village only its district is checked. */
export function isRegionCode(code: string): boolean {
  return regionCodes().has(VILLAGE.exec(code)?.[1] ?? code);
}

function listOf(file: string, level: RegionCode['level']): [string, RegionCode][] {
  const lines = readFileSync(require.resolve(`idn-area-data/data/${file}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const cells = line.trim().split(',');
    const code = cells[0] ?? '';
    const parent = level === 'PROVINCE' ? null : (cells[1] ?? null);
    const name = cells
      .slice(level === 'PROVINCE' ? 1 : 2)
      .join(',')
      .replaceAll('"', '');
    return [code, { code, name: level === 'DISTRICT' ? name : titleCase(name), level, parent }];
  });
}

function titleCase(name: string): string {
  return name
    .split(' ')
    .map((word) => (ACRONYMS.has(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ');
}
