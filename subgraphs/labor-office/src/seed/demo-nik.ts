import type { KeyRing } from '@simpul/kit/secrets/key-ring';
import { BLOCK_SIZE } from '@simpul/schema/demo/scene';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { StoryPerson } from '@simpul/schema/demo/person.types';
import type { EntityManager } from 'typeorm';
import { sealNik } from '../person-nik/person-nik-sealing.service';
import { storedNikRepository } from '../person-nik/person-nik.repository';

/** Neither city has a district above 08: whoever knows the codes sees that the number is nobody's. */
const FIRST_DISTRICT = 9;
const DISTRICTS = 91;
const SERIALS = 9999;
const FOR_WOMEN = 40;

/** An invented number: built like a real one, in a district that there is not. No two people get the same. */
export function nikOf({ block, number, city, sex, birthDate }: StoryPerson): string {
  const position = block * BLOCK_SIZE + number;
  const district = FIRST_DISTRICT + (Math.floor(position / SERIALS) % DISTRICTS);
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const dayOfBirth = Number(day) + (sex === 'FEMALE' ? FOR_WOMEN : 0);
  return [
    city.replace('.', ''),
    twoDigits(district),
    twoDigits(dayOfBirth) + month + year.slice(-2),
    String(1 + (position % SERIALS)).padStart(4, '0'),
  ].join('');
}

/** Writes the numbers of the people of a block, sealed. */
export async function loadNiks(db: EntityManager, { people }: StoryBlock, ring: KeyRing): Promise<void> {
  await storedNikRepository.add(
    db,
    people.map((person) => sealNik(ring, person.id, nikOf(person))),
  );
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
