import { Writable } from 'node:stream';
import { pino } from 'pino';
import { openLog } from './log';

it('removes what could be personal from every entry', () => {
  const lines: string[] = [];
  const log = openLog('test', 'info');
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  Object.assign(log, { [pino.symbols.streamSym]: sink });
  log.info(
    { name: 'Siti', person: { phone: '+62 811', id: 'kept' }, variables: { nik: '1' }, count: 3 },
    'read',
  );
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    person: { id: 'kept' },
    count: 3,
    msg: 'read',
    process: 'test',
  });
  expect(lines[0]).not.toMatch(/Siti|811|variables|nik/);
});
