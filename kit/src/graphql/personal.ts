import { Directive } from 'type-graphql';
import type { Mask, PersonalDataCategory } from './shared-enums';

/** Marks a field, or a filter over one, as personal data of a category, with the form it takes when policy answers mask. */
export function Personal(
  category: PersonalDataCategory,
  mask: Mask,
): PropertyDecorator & MethodDecorator & ClassDecorator {
  return Directive(`@personal(category: ${category}, mask: ${mask})`);
}
