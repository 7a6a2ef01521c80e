import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type GrantSource, type HeldGrants, fixedGrants } from '@simpul/kit/policy/policy-source';
import { type BundleGrant, PERSONAL_DATA_CATEGORIES } from '@simpul/schema/contract/bundle';
import { organizationId, recordedId } from '@simpul/schema/contract/ids';
import { PURPOSES } from '@simpul/schema/contract/identity';
import { keepersOf } from '@simpul/schema/contract/keepers';
import { type ASTNode, type ConstDirectiveNode, parse, visit } from 'graphql';

const SUBGRAPHS = path.join(__dirname, '../../schema/subgraphs');

/** Nobody shares anything with anybody: every agency reads of its own people alone. */
export const NO_GRANTS: GrantSource = fixedGrants({ version: 1, grants: [] });

/** The organisation of whoever asks in tests that are not about who asks. */
export const TESTERS = organizationId('kemnaker');

/** Every personal field, filter and argument of the graph. */
export function personalCoordinates(): string[] {
  const found: string[] = [];
  for (const file of readdirSync(SUBGRAPHS)) {
    const source = readFileSync(path.join(SUBGRAPHS, file), 'utf8');
    const host: string[] = [];
    const enter = (node: { readonly name: { readonly value: string } }): undefined =>
      void host.push(node.name.value);
    const leave = (node: { readonly directives?: readonly ConstDirectiveNode[] }): undefined => {
      const [type = '', field = '', argument] = host;
      const isMarked = node.directives?.some(({ name }) => name.value === 'personal') ?? false;
      if (isMarked)
        found.push(argument === undefined ? `${type}.${field}` : `${type}.${field}(${argument}:)`);
      host.pop();
      return undefined;
    };
    const both = { enter, leave };
    visit<ASTNode>(parse(source), {
      ...{ ObjectTypeDefinition: both, InputObjectTypeDefinition: both },
      ...{ FieldDefinition: both, InputValueDefinition: both },
    });
  }
  return [...new Set(found)].sort();
}

/** Grants of every keeper to the testers, of all that there is. */
export function openGrants(): HeldGrants {
  const keepers = ['labor-office', 'training-center', 'province', 'employers'].flatMap((agency) =>
    keepersOf(agency),
  );
  return { version: 1, grants: keepers.map(openGrant) };
}

function openGrant(provider: string): BundleGrant {
  return {
    ...{
      id: recordedId('test-grant', provider),
      version: 1,
      agreement: recordedId('test-agreement', provider),
    },
    ...{
      clause: null,
      provider,
      recipient: TESTERS,
      categories: PERSONAL_DATA_CATEGORIES,
      purposes: PURPOSES,
    },
    ...{ regions: [], onlyUnderAgreement: false, fields: COORDINATES, legalBasis: 'PUBLIC_TASK' },
    ...{ validFrom: '2020-01-01', validTo: null, countersignatures: [] },
  };
}

const COORDINATES = personalCoordinates();
