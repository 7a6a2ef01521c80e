import { demoId } from '../contract/ids';
import { Random } from './random';

/** The number from which the whole demonstration grows; another number is another population. */
export const DEMO_SEED = 20260615;

/** People in a block. */
export const BLOCK_SIZE = 250;

/** Where a block's nouns take their ids and their chances from. */
export interface Scene {
  readonly block: number;
  /** A stream of its own for each noun, so that a change to one noun leaves the others as they were. */
  random(noun: string): Random;
  id(kind: string, ...parts: readonly (string | number)[]): string;
}

/** The scene of one block. */
export function sceneOf(block: number): Scene {
  return {
    block,
    random: (noun) => new Random(`${DEMO_SEED}/${block}/${noun}`),
    id: (kind, ...parts) => demoId(DEMO_SEED, kind, block, parts.join(':')),
  };
}
