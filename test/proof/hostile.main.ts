import { type Attack, faultsOf } from '../refusals/hostile/attack';
import { DOCUMENT_ATTACKS } from '../refusals/hostile/documents';
import { PublicGateway } from '../refusals/hostile/gateway';
import { REQUEST_ATTACKS } from '../refusals/hostile/requests';
import { SLOW_ATTACKS } from '../refusals/hostile/slowness';
import { runBesideInnocent } from './innocent-process';

/** No innocent client waits longer than this, on a quiet machine. */
const STALL_LIMIT_MS = 250;

/** The command behind `npm run proof:hostile`: every attack on a gateway of its own, or on the one whose URL it is given. */
async function main([url]: readonly string[]): Promise<void> {
  const gateway = url === undefined ? await PublicGateway.start() : undefined;
  try {
    await prove(gateway?.origin ?? new URL(url ?? '').origin);
  } finally {
    await gateway?.stop();
  }
}

async function prove(origin: string): Promise<void> {
  const quick = [...DOCUMENT_ATTACKS, ...REQUEST_ATTACKS];
  const failed: string[] = [];
  const judge = async (attack: Attack): Promise<void> => {
    const faults = faultsOf(attack, await attack.send(origin));
    if (faults.length > 0) failed.push(`${attack.category}: ${attack.name}: ${faults.join('; ')}`);
  };
  const { stalls, worst } = await runBesideInnocent(origin, async (mark) => {
    const slow = Promise.all(SLOW_ATTACKS.map(judge));
    for (const attack of quick) {
      await judge(attack);
      mark(`${attack.category}: ${attack.name}`);
    }
    await slow;
  });
  const all = quick.length + SLOW_ATTACKS.length;
  for (const fault of failed) print(`NOT handled  ${fault}`);
  for (const { during, ms } of stalls) print(`${ms.toFixed(0).padStart(5)} ms  ${during}`);
  if (failed.length > 0 || worst > STALL_LIMIT_MS) process.exitCode = 1;
  print(`hostile: ${all - failed.length}/${all}, worst stall of an innocent client ${worst.toFixed(0)} ms`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main(process.argv.slice(2));
