import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { AGENCIES, ROOT } from './house';

describe('the published schema', () => {
  it('is what the code says, keeps the contract, and has no fault', () => {
    const check = spawnSync(process.execPath, [join(ROOT, 'schema/dist/tools/check.js')], {
      encoding: 'utf8',
    });
    expect(check.stderr).toBe('');
    expect(check.stdout).toContain(`schema: ${String(AGENCIES.length)} subgraphs, 0 findings`);
  });
});
