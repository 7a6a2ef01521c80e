/** A way to get the rule under every row about a person wrong: what of its SQL becomes what. */
export interface SqlMutant {
  readonly name: string;
  readonly from: RegExp;
  readonly to: string;
}

const LASTS = /AND \(basis\.valid_until IS NULL OR basis\.valid_until >= \(SELECT reach_day\(\)\)\)/g;

/** Each must show somebody the wrong rows. */
export const SQL_MUTANTS: readonly SqlMutant[] = [
  { name: 'shows all rows', from: /^/, to: 'true OR ' },
  { name: 'shows no row', from: /^([\s\S]*)$/, to: 'false AND ($1)' },
  { name: 'negates the rule', from: /^([\s\S]*)$/, to: 'NOT ($1)' },
  { name: 'drops the person herself', from: /\S+ = \(SELECT reach_self\(\)\)\s+OR/, to: '' },
  { name: 'takes anybody for the person', from: /= \(SELECT reach_self\(\)\)/, to: 'IS NOT NULL' },
  { name: 'drops own reasons', from: /cardinality\(reach_own\(\)\) > 0/, to: 'false' },
  {
    name: 'takes any organisation for its own',
    from: /basis\.organization_id = ANY \(\(SELECT reach_own\(\)\)::uuid\[\]\)/,
    to: 'true',
  },
  {
    name: 'takes reasons before their first day',
    from: /basis\.valid_from <= \(SELECT reach_day\(\)\)/g,
    to: 'true',
  },
  { name: 'takes reasons after their last day', from: LASTS, to: '' },
  { name: 'ends reasons a day early', from: /basis\.valid_until >= /g, to: 'basis.valid_until > ' },
  { name: 'drops grants', from: /cardinality\(reach_granted\('keepers'\)\) > 0/, to: 'false' },
  { name: 'takes any keeper for the provider', from: /granted\.keeper_id = basis\.keeper_id/, to: 'true' },
  { name: 'widens every grant to all people', from: /granted\.agreement_id IS NULL/, to: 'true' },
  { name: 'takes any agreement', from: /granted\.agreement_id = basis\.agreement_id/, to: 'true' },
  { name: 'takes any partner', from: /AND basis\.organization_id = \(SELECT reach_partner\(\)\)/, to: '' },
  { name: 'widens every grant to all regions', from: /granted\.region_code IS NULL/, to: 'true' },
  {
    name: 'takes a beginning of a code for a region',
    from: /granted\.region_code \|\| '\.'/,
    to: 'granted.region_code',
  },
  { name: 'drops what lies in a region', from: /OR starts_with\([^)]*\)/, to: '' },
  { name: 'asks for no consent', from: /NOT granted\.needs_consent/, to: 'true' },
  {
    name: 'takes consent to others',
    from: /AND agreed\.recipient_id = \(SELECT reach_partner\(\)\)/,
    to: '',
  },
  {
    name: 'takes consent for other purposes',
    from: /AND agreed\.purpose = \(SELECT current_setting\('simpul\.purpose', true\)\)/,
    to: '',
  },
  {
    name: 'takes consent before its first day',
    from: /AND agreed\.valid_from <= \(SELECT reach_day\(\)\)/,
    to: '',
  },
  {
    name: 'takes consent after its last day',
    from: /AND \(agreed\.valid_until IS NULL OR agreed\.valid_until >= \(SELECT reach_day\(\)\)\)/,
    to: '',
  },
  { name: 'takes the consent of others', from: /agreed\.person_id = \S+ AND/, to: '' },
];
