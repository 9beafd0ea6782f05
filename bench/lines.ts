/** JSON rows from standard input, one at a time, whatever the size of the chunks. */
const NEWLINE = 0x0a;

/** Splits at "\n" alone: node:readline also splits at U+2028, which texts contain. Blank lines are left out. */
export async function* rows(): AsyncGenerator<unknown> {
  let parts: Buffer[] = [];
  const parse = (): unknown => JSON.parse(Buffer.concat(parts).toString('utf8'));
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, at));
      if (parts.some((part) => part.length > 0)) yield parse();
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) yield parse();
}
