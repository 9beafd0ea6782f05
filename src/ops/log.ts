/** One line of JSON per record, on stdout, without secrets. */
import { type DestinationStream, pino } from 'pino';

import { createRedact } from './redact.ts';

/** `level`: `info` when absent. Everything else is written as it is, secrets taken out. */
export type LogRecord = Readonly<Record<string, unknown>>;

export interface LogOptions {
  readonly level: string;
  readonly secrets: readonly (string | undefined)[];
  /** Where lines go; stdout when absent. */
  readonly destination?: DestinationStream;
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'fatal'] as const;

export type Log = (record: LogRecord) => void;

export function createLog({ level, secrets, destination }: LogOptions): Log {
  const redact = createRedact(secrets);
  // Written at once: a line about the end of the process must not be lost with it.
  const logger = pino({ level, base: null }, destination ?? pino.destination({ fd: 1, sync: true }));
  return ({ level: asked, event, ...rest }) => {
    const name = LEVELS.find((each) => each === asked) ?? 'info';
    logger[name](redact(rest), typeof event === 'string' ? String(redact(event)) : undefined);
  };
}
