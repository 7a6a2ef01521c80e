import { Finding } from './finding';
import { Scope } from './scope';
import { Member } from './subgraph';

/** Descriptions are the public documentation: each member has one, and it says more than the member's name. */
export function checkDescriptions({ subgraph }: Scope): Finding[] {
  return [...subgraph.members.values()].flatMap((member) => {
    if (!member.description?.trim()) {
      return [
        finding('description-missing', member, 'Describe it: the schema is the only public documentation.'),
      ];
    }
    if (!repeatsName(member)) return [];
    return [
      finding('description-repeats-name', member, `"${member.description}" says no more than the name.`),
    ];
  });
}

/** Whether the description would be lost on nobody: it holds the words of the name and no others. */
export function repeatsName({ name, description }: Pick<Member, 'name' | 'description'>): boolean {
  return plain(description ?? '') === plain(name);
}

function plain(text: string): string {
  return text
    .replace(/^(the|a|an|its)\s+/i, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

function finding(rule: string, member: Member, message: string): Finding {
  return { rule, coordinate: member.coordinate, message };
}
