/** Small seeded generator (mulberry32): the story must come out the same on every machine and every version of Node. */
export class Random {
  private state: number;

  constructor(name: string) {
    this.state = fnv1a(name);
  }

  /** 0 up to, but not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from least to most, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const index = this.int(0, list.length - 1);
    if (index >= list.length || index < 0) throw new RangeError('An empty list has nothing to pick.');
    return list[index] as T;
  }

  /** One of the values, each as likely as its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError('The weights must add up to more than nothing.');
  }

  /** A shuffled copy. */
  shuffled<T>(list: readonly T[]): T[] {
    return this.sample(list, list.length);
  }

  /** Some of the values, without repetition and in random order; all of them when there are fewer. */
  sample<T>(list: readonly T[], size: number): T[] {
    const pool = [...list];
    const count = Math.min(size, pool.length);
    for (let index = 0; index < count; index++) {
      const other = this.int(index, pool.length - 1);
      [pool[index], pool[other]] = [pool[other] as T, pool[index] as T];
    }
    return pool.slice(0, count);
  }
}

function fnv1a(name: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    state = Math.imul(state ^ name.charCodeAt(index), 0x01000193);
  }
  return state;
}
