import { Directive } from 'type-graphql';

/** What a summary costs: it reads a whole population and not a page of it. */
export const SUMMARY_COST = 50;

/** Tells the gateway what a field costs beside an object read by its key, which costs 1. */
export function Cost(weight: number): PropertyDecorator & MethodDecorator & ClassDecorator {
  return Directive(`@cost(weight: ${weight})`);
}
