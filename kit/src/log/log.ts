import { pino, type Logger } from 'pino';

/** A structured log. Log ids, codes and counts; never names, numbers or documents of people. */
export type Log = Logger;

const PERSONAL = [
  'name',
  'birthDate',
  'phone',
  'email',
  'address',
  'nik',
  'variables',
  'query',
  'body',
  'parameters',
];

/** Opens the log of a process: JSON lines on standard output, known personal keys removed at any of the first two levels. */
export function openLog(process: string, level: string): Log {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`]), remove: true },
  });
}
