/** Federation features that agencies use, and our own directive composed into the supergraph. */
export const SCHEMA_LINKS = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@composeDirective", "@cost", "@listSize"])
  @link(url: "https://simpul.dev/personal/v1.0", import: ["@personal"])
  @composeDirective(name: "@personal")
`;

/** The directive that marks personal data. */
export const PERSONAL_DIRECTIVE = `
"Marks a personal field, or a filter over one: its category, and the form it takes when policy answers mask."
directive @personal(
  "Category; decides with the data grants who may read it."
  category: PersonalDataCategory!
  "Form when masked; NONE: never masked, allowed or denied."
  mask: Mask
) on FIELD_DEFINITION | INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
`;

/** The directive's enums: type-graphql does not see them where only the directive uses them. */
export const PERSONAL_ENUMS = `
"Category of personal data; the same list as the argument of @personal (UU 27/2022 art. 4)."
enum PersonalDataCategory {
  "Who someone is: name, birth date, sex, masked NIK."
  IDENTITY
  "How to reach someone: address, telephone, e-mail."
  CONTACT
  "Registration, education, training, certificates, work."
  HISTORY
  "Specific personal data (data pribadi spesifik): health, disability, finance, children. Closed unless granted by name."
  SPECIFIC
}

"Form that a personal field takes when policy answers mask."
enum Mask {
  "Never masked: allowed or denied."
  NONE
  "Last four digits, or initials."
  PARTIAL
  "Year only."
  YEAR
  "Band: city for district, age band for age."
  BAND
  "Null with a marker."
  HIDE
}
`;

/** The words of the root types, which type-graphql cannot be told. */
export const ROOT_DESCRIPTIONS: Readonly<Record<string, string>> = {
  Query: 'Questions, answered by the agency that owns the data.',
  Mutation: 'Changes, made by the agency that owns the data. Lifecycles stand in the state enums.',
};
