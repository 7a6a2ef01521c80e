import { Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { Finding } from './finding';

/**
 * A change that breaks clients stands in the changelog before it lands: the section `Unreleased` names its
 * coordinate, so that whoever upgrades finds it.
 */
export async function checkBreaking(before: string, after: string, changelog: string): Promise<Finding[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const announced = unreleased(changelog);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter((change) => !isNamedIn(announced, coordinateOf(change)))
    .map((change) => ({
      rule: 'breaking-change',
      coordinate: coordinateOf(change),
      message: `${change.message}. Name ${coordinateOf(change)} in CHANGELOG.md under Unreleased.`,
    }));
}

function coordinateOf({ path, message }: Change): string {
  return (path ?? message).split('.').slice(0, 2).join('.');
}

function isNamedIn(text: string, coordinate: string): boolean {
  return text.split(/[^A-Za-z0-9_.]+/).some((word) => word.replace(/[.]$/, '') === coordinate);
}

function unreleased(changelog: string): string {
  const [, after = ''] = changelog.split(/^## \[?Unreleased\]?.*$/m);
  return after.split(/^## /m)[0] ?? '';
}
