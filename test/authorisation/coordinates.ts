import type { PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { AgencyName } from '../testkit/house';

/** A personal field as the matrix knows it: written by hand, and held against the published schema. */
export interface Coordinate {
  readonly type: string;
  readonly field: string;
  readonly category: PersonalDataCategory;
  readonly mask: string;
}

// type | category | mask | fields
const TABLES: Readonly<Record<AgencyName, string>> = {
  'labor-office': `
AccessOpening           | HISTORY  | HIDE    | agreement, category, clauseNumber, fields, grant, grantVersion, legalBasis, masked
AccessOpening           | HISTORY  | YEAR    | validUntil
Consent                 | HISTORY  | NONE    | categories, givenAt, purpose, recipient, status, validUntil, withdrawnAt
Contact                 | CONTACT  | PARTIAL | email, phone
Domicile                | CONTACT  | HIDE    | address
Domicile                | CONTACT  | BAND    | region, verifiedBy, verifiedOn
DuplicateCandidate      | IDENTITY | NONE    | acrossOffices, status
DuplicateCandidate      | IDENTITY | HIDE    | likeness, match, people
FinancingCase           | SPECIFIC | HIDE    | amount, lender, prerequisites, status
FinancingCase           | IDENTITY | HIDE    | person
FollowUp                | HISTORY  | YEAR    | foundOn
FollowUp                | HISTORY  | HIDE    | outcome
InterestMapping         | HISTORY  | NONE    | countries, occupations, regions, schemes
InterestMapping         | HISTORY  | YEAR    | mappedOn
Interview               | HISTORY  | YEAR    | heldOn
Interview               | HISTORY  | HIDE    | note, result
JourneyStep             | HISTORY  | NONE    | days, recordedBy, stage
JourneyStep             | HISTORY  | YEAR    | since, until
Nomination              | HISTORY  | NONE    | agreement, allocation, office, trainingClass
Nomination              | HISTORY  | HIDE    | followUp, reason, status
Nomination              | HISTORY  | YEAR    | nominatedOn
Nomination              | IDENTITY | HIDE    | person
OverseasCase            | HISTORY  | NONE    | agreement, allocation, country, pathway, scheme, stage, stageSince
OverseasCase            | SPECIFIC | HIDE    | financingCase
OverseasCase            | HISTORY  | HIDE    | funding
OverseasCase            | IDENTITY | HIDE    | person
Person                  | IDENTITY | YEAR    | birthDate
Person                  | HISTORY  | HIDE    | consents, interestMappings, interviews, journey, nominations, overseasCases, registration, registrations, stage
Person                  | CONTACT  | PARTIAL | contact, domicile
Person                  | SPECIFIC | HIDE    | disability, financingCases
Person                  | IDENTITY | HIDE    | duplicateCandidates, nikMasked
Person                  | HISTORY  | NONE    | education
Person                  | IDENTITY | PARTIAL | name
Person                  | IDENTITY | NONE    | sex
PersonAccess            | HISTORY  | PARTIAL | openings
PersonAccess            | IDENTITY | HIDE    | person
Prerequisite            | SPECIFIC | HIDE    | condition, met
Registration            | IDENTITY | PARTIAL | ak1Number, siapkerjaReference
Registration            | HISTORY  | NONE    | lastReportedOn, nextReportDue, occupationsSought, office, region, status, validUntil
Registration            | IDENTITY | HIDE    | person
Registration            | HISTORY  | YEAR    | registeredOn
RevealedNik             | IDENTITY | HIDE    | nik, person
RevealedNik             | HISTORY  | NONE    | revealedAt
`,
  'training-center': `
Certificate             | HISTORY  | NONE    | certificationBody, competencyUnits, kkni, programme, qualifier, scheme, status, validUntil
Certificate             | HISTORY  | HIDE    | enrolment
Certificate             | IDENTITY | HIDE    | holder
Certificate             | HISTORY  | YEAR    | issuedOn
Certificate             | IDENTITY | PARTIAL | number
CertificateVerification | HISTORY  | HIDE    | competencyUnits, issuedOn, kkni, qualifier, scheme, validUntil
Enrolment               | HISTORY  | NONE    | allocation, stage, stageHistory, trainingClass, waitingPosition
Enrolment               | HISTORY  | HIDE    | certificates, nomination
Enrolment               | CONTACT  | BAND    | district
Enrolment               | IDENTITY | HIDE    | person
EnrolmentStageChange    | HISTORY  | YEAR    | at
EnrolmentStageChange    | HISTORY  | HIDE    | reason
EnrolmentStageChange    | HISTORY  | NONE    | stage
MatchCandidate          | HISTORY  | YEAR    | certifiedUntil
MatchCandidate          | CONTACT  | BAND    | region
Person                  | HISTORY  | HIDE    | certificates, enrolments
`,
  province: `
Internship              | HISTORY  | HIDE    | certificate
Internship              | HISTORY  | NONE    | certificationPlanned, employer, endsOn, facility, occupation, school, startsOn, status
Internship              | SPECIFIC | HIDE    | guardianConsent, guardianConsentOn, minor, student
`,
  employers: `
Destination             | HISTORY  | NONE    | area, country
Destination             | HISTORY  | BAND    | region
Person                  | HISTORY  | HIDE    | currentPlacement, placements
Placement               | HISTORY  | NONE    | agreement, allocation, channel, employer, occupation, programme, scheme, trainingClass, vacancy
Placement               | HISTORY  | BAND    | destination
Placement               | HISTORY  | YEAR    | endsOn, startsOn
Placement               | IDENTITY | HIDE    | person
Placement               | HISTORY  | HIDE    | retention
RetentionCheck          | HISTORY  | YEAR    | checkedOn, dueOn
RetentionCheck          | HISTORY  | HIDE    | employed
RetentionCheck          | HISTORY  | NONE    | months
`,
};

/** The personal fields of each agency. */
export const COORDINATES: Readonly<Record<AgencyName, readonly Coordinate[]>> = {
  'labor-office': read(TABLES['labor-office']),
  'training-center': read(TABLES['training-center']),
  province: read(TABLES.province),
  employers: read(TABLES.employers),
};

function read(table: string): readonly Coordinate[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [type = '', category = '', mask = '', fields = ''] = line.split('|').map((cell) => cell.trim());
      return fields
        .split(', ')
        .map((field) => ({ type, field, category: category as PersonalDataCategory, mask }));
    });
}
