/** How the codes of an official list look, with an example for those who err. */
export type CodeForm = readonly [form: RegExp, example: string];

export const OCCUPATION_CODE: CodeForm = [/^\d{1,6}$/, '7212 (KBJI)'];

export const INDUSTRY_CODE: CodeForm = [/^[A-Z]\d{0,5}$/, 'C24 (KBLI)'];

export const UNIT_CODE: CodeForm = [/^[A-Z0-9][A-Z0-9.-]{2,40}$/, 'DEMO.LAS.001 (SKKNI)'];

export const COUNTRY_CODE: CodeForm = [/^[A-Z]{2}$/, 'JP (ISO 3166-1 alpha-2)'];

/** A region that need not be in use. */
export const REGION_CODE: CodeForm = [/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, '36.73 (Kemendagri)'];
