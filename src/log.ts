import { pino } from 'pino';

/** One line of JSON per record, on stdout. Secrets are named, so that a slip prints no token. */
export function createLogger(level: string): Pick<pino.Logger, 'info'> {
  return pino({ level, redact: ['token', '*.token', 'authorization', '*.authorization', 'apiKey', '*.apiKey'] });
}
