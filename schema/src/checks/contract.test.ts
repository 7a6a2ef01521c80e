import { readSubgraph } from './subgraph';
import { checkContract } from './contract';
import { addMember, contractWith, Fault, reword, verdictsOn } from '../testing/planted';

const FAULTS: Record<string, Fault> = {
  'contract-kind ProgrammeKind': reword(
    'training-center',
    /^enum ProgrammeKind {[^}]*}/m,
    'scalar ProgrammeKind',
  ),
  'contract-type Agreement.title': reword('province', '  title: String!\n', '  title: String\n'),
  'contract-type Query.agreement(id:)': reword(
    'province',
    'id: ID!\n  ): Agreement\n',
    'id: ID\n  ): Agreement\n',
  ),
  'contract-default Query.agreementsExpiring(withinDays:)': reword('province', 'Int! = 90', 'Int! = 30'),
  'contract-words Query.agreement': reword(
    'province',
    '"One agreement by id."',
    '"An agreement, by its id."',
  ),
  'contract-directives Person.name': reword('labor-office', 'mask: PARTIAL)', 'mask: HIDE)'),
  'contract-directives PersonFilter.office': reword(
    'labor-office',
    /(input PersonFilter[^@]*)@personal\([^)]*\)/,
    '$1',
  ),
  'contract-directives Period': reword('province', 'type Period @shareable', 'type Period'),
  'contract-directives Employer.localHire': reword(
    'labor-office',
    '{ id total needed newHires',
    '{ id total needed',
  ),
  'contract-key Agreement': reword(
    'province',
    'Agreement @key(fields: "id")',
    'Agreement @key(fields: "title")',
  ),
  'contract-interfaces Duplicate': reword('province', 'type Duplicate implements Outcome', 'type Duplicate'),
  'contract-enum-value PartyRole.PARTY': reword('province', '  "Party (pihak)."\n  PARTY\n', ''),
  'contract-closed-list AgreementStatus.LOST': addMember(
    'province',
    'AgreementStatus',
    '"Nobody finds it."\nLOST',
  ),
  'contract-owner Person.placements': addMember(
    'training-center',
    'Person',
    '"Jobs."\nplacements: [String!]',
  ),
  'contract-new-demand RegionFilter.island': addMember(
    'province',
    'RegionFilter',
    '"Island."\nisland: Boolean!',
  ),
  'contract-new-demand Query.region(year:)': reword(
    'province',
    'code: ID!\n  ): Region\n',
    'code: ID!\n "Year of the map."\n year: Int!\n  ): Region\n',
  ),
  'contract-directive @personal': reword('province', ' | ARGUMENT_DEFINITION\n', '\n'),
};

describe('the contract', () => {
  it.each(Object.entries(FAULTS))('is broken by %s', (verdict, fault) => {
    expect(verdictsOn(fault)).toContain(verdict);
  });

  it('holds when only part of it is built yet', () => {
    const [first] = contractWith(
      reword('employers', /^ {2}"Internship places offered by employers\."[^]*?Connection\n/m, ''),
    );
    const contract = contractWith().map(readSubgraph);
    expect(first && checkContract([readSubgraph(first)], contract)).toEqual([]);
  });

  it('lets an agency find better words where the contract only repeats the name', () => {
    const better = reword('province', '  "Level."\n', '  "Province, city or regency, district, village."\n');
    const others = verdictsOn().filter((verdict) => verdict !== 'description-repeats-name Region.level');
    expect(verdictsOn(better)).toEqual(others);
  });

  it('does not care in which order members, arguments and directives stand', () => {
    const order = reword('province', '(category: SPECIFIC, mask: NONE)', '(mask: NONE, category: SPECIFIC)');
    expect(verdictsOn(order)).toEqual(verdictsOn());
  });
});
