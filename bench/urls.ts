/**
 * `{"id","url","resolvesTo":[…]}` lines on stdin → `{"id","allowed","reason"}` lines on stdout, by the rules that every hop and
 * every connection is judged by. Without `resolvesTo` only the link itself is judged.
 */
import { areAllPublic, linkRefusal } from '../src/article/addresses.ts';

interface Row {
  readonly id: string;
  readonly url: string;
  readonly resolvesTo?: readonly string[];
}

function verdict({ url, resolvesTo }: Row): { allowed: boolean; reason: string | null } {
  const reason = linkRefusal(url);
  if (reason !== null) return { allowed: false, reason };
  if (resolvesTo === undefined || areAllPublic(resolvesTo)) return { allowed: true, reason: null };
  return { allowed: false, reason: resolvesTo.length === 0 ? 'unresolved' : 'address' };
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
for (const line of Buffer.concat(chunks).toString('utf8').split('\n')) {
  if (line.trim() === '') continue;
  const row: Row = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id: row.id, ...verdict(row) })}\n`);
}
