import { ALLOCATIONS } from '../contract/ids';
import { DEMO_AGREEMENTS } from './agreements';
import { demoAllocations } from './allocations';
import { makeClasses } from './classes';
import { sceneOf } from './scene';
import type { DemoAgreementSlug } from './agreements';

describe('the demonstration ledger', () => {
  it.each([1, 8, 9, 400])('keeps children within their parents for %i blocks', (blocks) => {
    const ledger = demoAllocations(blocks);
    for (const parent of ledger) {
      const children = ledger.filter((child) => child.parent === parent.slug);
      const given = children.reduce((sum, { seats }) => sum + seats, 0);
      expect(given).toBeLessThanOrEqual(parent.seats);
    }
  });

  it('has the numbers of the sources for the first eight blocks', () => {
    const seats = Object.fromEntries(
      demoAllocations(8).map((allocation) => [allocation.slug, allocation.seats]),
    );
    expect(seats).toMatchObject({
      'DEMO-SERANG': 500,
      'DEMO-SERANG-CITY-64': 64,
      'DEMO-SERANG-OVERSEAS': 50,
      'DEMO-POOL': 3000,
      'DEMO-POOL-SERANG': 500,
    });
  });

  it('names every demonstration allocation once, parents first, under a clause of its agreement', () => {
    const ledger = demoAllocations(8);
    const slugs = ledger.map(({ slug }) => slug);
    expect([...slugs].sort()).toEqual(ALLOCATIONS.filter((slug) => slug.startsWith('DEMO-')).sort());
    for (const { slug, parent, agreement, clause } of ledger) {
      if (parent) expect(slugs.indexOf(parent)).toBeLessThan(slugs.indexOf(slug));
      expect(DEMO_AGREEMENTS[agreement as DemoAgreementSlug].clauses).toContain(clause);
    }
  });

  it.each([1, 8, 40, 41])('has room for every seat of %i blocks', (blocks) => {
    const ledger = demoAllocations(blocks);
    const debited = new Map<string, number>();
    for (let number = 0; number < blocks; number++) {
      for (const { allocation, seats } of makeClasses(sceneOf(number))) {
        if (allocation) debited.set(allocation, (debited.get(allocation) ?? 0) + seats);
      }
    }
    for (const { slug, seats } of ledger) expect(debited.get(slug) ?? 0).toBeLessThanOrEqual(seats);
    expect(debited.get('DEMO-SERANG-CITY-64')).toBe(64);
  });

  it('only ever raises the seats when the population grows', () => {
    const larger = new Map(demoAllocations(16).map(({ slug, seats }) => [slug, seats]));
    for (const { slug, seats } of demoAllocations(8)) expect(larger.get(slug)).toBeGreaterThanOrEqual(seats);
  });
});
