import { Innocent } from '../refusals/hostile/innocent';

/** Asks in a process of its own, so that what the attacker is busy with is not taken for the gateway's slowness. */
const innocent = new Innocent(process.argv[2] ?? '');

process.on('message', (word) => {
  if (word === 'worst') process.send?.(innocent.takeWorst());
  else
    void innocent.stop().then(() => {
      process.disconnect();
    });
});
