/** Preloaded into an agency's process: kills it just before a certain statement of the first change that it makes. */
const { subscribe } = require('node:diagnostics_channel');

const last = Number(process.env.DIE_AT_STATEMENT);
let seen = -1;

subscribe('simpul:statement', ({ sql }) => {
  if (seen < 0 && !sql.startsWith('INSERT INTO idempotency')) return;
  seen += 1;
  if (seen === last) process.kill(process.pid, 'SIGKILL');
});
