import { CANARY_PARTS, faultsOf } from './hostile/attack';
import { DOCUMENT_ATTACKS } from './hostile/documents';
import { PublicGateway } from './hostile/gateway';
import { innocentAsks } from './hostile/innocent';
import { REQUEST_ATTACKS } from './hostile/requests';
import { SLOW_ATTACKS } from './hostile/slowness';

const ATTACKS = [...DOCUMENT_ATTACKS, ...REQUEST_ATTACKS];

describe('the gateway under attack', () => {
  let gateway: PublicGateway;
  beforeAll(async () => {
    gateway = await PublicGateway.start();
  });
  afterAll(() => gateway.stop());

  it.each(ATTACKS)('refuses or survives $category: $name', async (attack) => {
    expect(faultsOf(attack, await attack.send(gateway.origin))).toEqual([]);
    expect(gateway.isRunning).toBe(true);
    await innocentAsks(gateway.origin);
  });

  it('has logged nothing of anybody', () => {
    expect(gateway.log).not.toMatch(CANARY_PARTS);
  });

  it('is attacked in more than a hundred ways, each once', () => {
    const names = [...ATTACKS, ...SLOW_ATTACKS].map(({ category, name }) => `${category}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(100);
  });
});
