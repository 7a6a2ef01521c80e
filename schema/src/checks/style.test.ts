import { addDefinition, addMember, Fault, reword, verdictsOn } from '../testing/planted';

const FAULTS: Record<string, Fault> = {
  'description-missing Query.agreement': reword('province', '  "One agreement by id."\n', ''),
  'description-missing Query.agreement(id:)': reword('province', '    "Agreement id."\n', ''),
  'description-missing AgreementStatus.CLAIMED': reword('province', /"Known from published.*\n/, ''),
  'description-repeats-name Agreement.title': reword('province', '"Title as recorded."', '"The title."'),
  'naming Agreement.signed_on': reword('province', '  signedOn: Date\n', '  signed_on: Date\n'),
  'naming Query.agreement(Id:)': reword('province', 'id: ID!\n  ): Agreement\n', 'Id: ID!\n  ): Agreement\n'),
  'naming PartyRole.Party': reword('province', '  PARTY\n', '  Party\n'),
  'naming shoeSize': addDefinition('province', '"Size of a foot."\nscalar shoeSize'),
  'root-field-nullable Query.region': reword('province', '): Region\n', '): Region!\n'),
  'added-field-nullable Person.consentCount': addMember(
    'employers',
    'Person',
    '"How many."\nconsentCount: Int!',
  ),
  'foreign-edge-nullable InternshipSlot.host': addMember(
    'employers',
    'InternshipSlot',
    '"Where."\nhost: Facility!',
  ),
  'foreign-list-nullable SkillDemand.competencyUnits': reword(
    'employers',
    '[CompetencyUnit]!',
    '[CompetencyUnit!]!',
  ),
  'personal-field-nullable Person.name': reword('labor-office', '  name: String @', '  name: String! @'),
  'connection-arguments Query.employers(first:)': reword('employers', 'first: Int = 20', 'first: Int = 50'),
  'connection-arguments Query.employers(after:)': reword(
    'employers',
    / {4}"Cursor after.*\n {4}after: String\n/,
    '',
  ),
  'connection-shape EmployerConnection.nodes': reword(
    'employers',
    'nodes: [Employer!]!',
    'nodes: [Employer]!',
  ),
  'page-is-a-connection Clause.words(first:)': addMember(
    'province',
    'Clause',
    '"Its words."\nwords("How many." first: Int): [String!]!',
  ),
  'growing-list Query.everyPlacement': addMember(
    'employers',
    'Query',
    '"All at once."\neveryPlacement: [Placement!]',
  ),
  'growing-list Query.everyFacility': addMember(
    'training-center',
    'Query',
    '"All at once."\neveryFacility: [Facility!]',
  ),
  'growing-list Employer.oldVacancies': addMember(
    'employers',
    'Employer',
    '"All closed."\noldVacancies: [Vacancy!]!',
  ),
  'growing-list School.openVacancies': addMember(
    'province',
    'School',
    '"Elsewhere paged."\nopenVacancies: [Vacancy]!',
  ),
  'unmarked-personal Person.shoeSize': addMember('labor-office', 'Person', '"Of the foot."\nshoeSize: Int'),
  'unmarked-personal Placement.wage': addMember('employers', 'Placement', '"Paid a month."\nwage: Money'),
  'unmarked-personal Contact.fax': addMember('labor-office', 'Contact', '"Number of a fax."\nfax: String'),
  'unmarked-personal RetentionCheck.by': addMember(
    'employers',
    'RetentionCheck',
    '"Who checked."\nby: String',
  ),
  'unmarked-personal Person.pets': addMember('employers', 'Person', '"Cats and dogs."\npets: Int'),
  'unmarked-filter PersonFilter.pets': addMember(
    'labor-office',
    'PersonFilter',
    '"Cats and dogs."\npets: Int',
  ),
  'personal-not-composed employers': reword('employers', ' @composeDirective(name: "@personal")', ''),
  'identity-number Person.nik': addMember('labor-office', 'Person', '"Whole number."\nnik: String'),
  'identity-number Person.nikMasked': reword('labor-office', 'nikMasked: String', 'nikMasked: NIK'),
  'identity-number NikVerification.nik': addMember(
    'labor-office',
    'NikVerification',
    '"The number."\nnik: String',
  ),
  'identity-number VerifyNikInput.nik': reword(
    'labor-office',
    'nik: NIK!\n}\n\n"An interview',
    'nik: String!\n}\n\n"An interview',
  ),
  'identity-number Contact.mothersName': addMember(
    'labor-office',
    'Contact',
    '"A secret."\nmothersName: String',
  ),
  'identity-number PersonFilter.noKk': addMember(
    'labor-office',
    'PersonFilter',
    '"Family card."\nnoKk: String',
  ),
  'identity-number Employer.ownerNik': addMember('employers', 'Employer', '"Of the owner."\nownerNik: ID'),
  'identity-number PlaceInput.nik': addMember('employers', 'PlaceInput', '"Of the worker."\nnik: String'),
  'identity-number Query.find(familyCard:)': addMember(
    'labor-office',
    'Query',
    '"By card."\nfind("Card number." familyCard: String): Person',
  ),
  'unreachable-personal MatchCandidate.name': addMember(
    'training-center',
    'MatchCandidate',
    '"Who it is."\nname: String @personal(category: IDENTITY, mask: HIDE)',
  ),
  'unreachable-personal MatchCandidate.region': reword(
    'training-center',
    'region: Region @personal(category: CONTACT, mask: BAND)\n  "Distance',
    'region: Region @personal(category: CONTACT, mask: NONE)\n  "Distance',
  ),
  'unreachable-personal Employer.boss': addMember(
    'employers',
    'Employer',
    '"Who leads it."\nboss: String @personal(category: IDENTITY, mask: PARTIAL)',
  ),
  'requires-personal Employer.boss': addMember(
    'labor-office',
    'Employer',
    '"Its head."\nhead: Person @external\n"His name."\nboss: String @requires(fields: "head { name }")',
  ),
  'shared-type Money': addMember('training-center', 'Money', '"Paid before."\nadvance: Float'),
  'shared-type Mask': reword('training-center', '  "Year only."', '  "The year."'),
  'shared-type @personal': reword('employers', 'on FIELD_DEFINITION |', 'on OBJECT | FIELD_DEFINITION |'),
  'shared-input SourceInput': addDefinition(
    'employers',
    '"Read there."\ninput SourceInput { "Title." name: String! }',
  ),
  'stub-description Region.code': reword('training-center', '"Kemendagri code with dots', '"Code with dots'),
  'owner-unknown Estate': addDefinition(
    'employers',
    '"A park."\ntype Estate @key(fields: "id") { "UUID." id: ID! }',
  ),
  'owner-absent Nomination': reword('labor-office', 'type Nomination @', 'type Nominated @'),
};

describe('style of the schema', () => {
  it('finds no fault in the contract itself but the words that it leaves to the agencies', () => {
    const rules = verdictsOn().map((verdict) => verdict.split(' ', 1)[0]);
    expect(new Set(rules)).toEqual(new Set(['description-repeats-name']));
  });

  it('wants more than the name even where the contract has the same words', () => {
    expect(verdictsOn()).toContain('description-repeats-name Region.level');
  });

  it.each(Object.entries(FAULTS))('sees %s', (verdict, fault) => {
    expect(verdictsOn(fault)).toContain(verdict);
  });

  it('does not mistake a candidate under a random id for a person', () => {
    const fault = addMember('training-center', 'MatchCandidate', '"How well it fits, 0 to 1."\nfit: Float!');
    expect(verdictsOn(fault)).toEqual(verdictsOn());
  });

  it('lets an agency add an optional filter and a field of its own', () => {
    const filter = addMember('province', 'RegionFilter', '"Only islands."\nisland: Boolean');
    const field = addMember('province', 'Region', '"Square kilometres of land."\narea: Float');
    expect(verdictsOn(filter, field)).toEqual(verdictsOn());
  });
});
