/** How a record is written: JSON with the version of its shape. */
import { z } from 'zod';

const WrittenRecord = z.object({ version: z.int(), record: z.unknown() });

type OpenedRecord<Value> = { readonly value: Value } | { readonly reason: string };

export function writeRecord(version: number, record: unknown): string {
  return JSON.stringify({ version, record });
}

/** The value, or why it cannot be read. Never throws. */
export function openRecord<Value>(text: string, version: number, schema: z.ZodType<Value>): OpenedRecord<Value> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { reason: 'not JSON' };
  }
  const envelope = WrittenRecord.safeParse(parsed);
  if (!envelope.success) return { reason: 'not a record of ours' };
  if (envelope.data.version !== version) return { reason: `version ${envelope.data.version}, not ${version}` };
  const record = schema.safeParse(envelope.data.record);
  return record.success ? { value: record.data } : { reason: z.prettifyError(record.error) };
}
