/** A model of a few lines that answers out of the prompt. */

/** `honest` copies sentences, `careless` gets a figure wrong now and then, `free` says some things in its own words. */
export type WriterKind = 'honest' | 'careless' | 'free';

const POINTS = 12;
const POSITIONS = 10;

interface Row {
  readonly id: number;
  readonly text: string;
}

const rowsIn = (prompt: string): Row[] =>
  [...prompt.matchAll(/^(?<row>\{"id":.*\}),?$/gmu)].map((match) => JSON.parse(match.groups?.['row'] ?? '') as Row);
const plain = ({ text }: Row): string => text.replace(/‹Q\d+: (?<words>[^›]*)›/gu, '$<words>').replace(/[“”]/gu, '');

function lineOf(row: Row, index: number, kind: WriterKind): { evidence: number[]; text: string } {
  const text = plain(row);
  if (kind === 'careless' && index % 10 === 7)
    return { evidence: [row.id], text: text.replace(/\d/u, '9').replace(/\d{2}/u, '77') };
  if (kind === 'free' && index % 6 === 4)
    return { evidence: [row.id], text: 'It is a matter that has been on the minds of many for some while now.' };
  return { evidence: [row.id], text };
}

function briefing(rows: readonly Row[], kind: WriterKind): unknown {
  const unquoted = rows.filter(({ text }) => !text.includes('‹'));
  const quoted = rows.filter(({ text }) => text.includes('‹')).slice(0, POSITIONS);
  const line = (row: Row | undefined) => (row ? lineOf(row, 0, kind) : { evidence: [], text: '' });
  return {
    headline: line(unquoted[0]),
    gist: line(unquoted[0]),
    points: unquoted.slice(0, POINTS).map((row, index) => lineOf(row, index, kind)),
    positions: quoted.map((row) => ({
      evidence: [row.id],
      quotations: [...row.text.matchAll(/‹(?<id>Q\d+):/gu)].map((match) => match.groups?.['id']),
      speaker: {
        name: /(?<name>\p{Lu}\p{L}+ \p{Lu}\p{L}+) (?:said|rejected)/u.exec(plain(row))?.groups?.['name'] ?? '',
        role: null,
        speaksFor: null,
      },
      issue: '',
      statement: /‹Q\d+: “(?<words>[^”]*)/u.exec(row.text)?.groups?.['words'] ?? plain(row),
      stance: 'unclear',
      manner: 'quoted',
      relayedBy: null,
    })),
    mentioned: [],
    openQuestions: [],
  };
}

/** @param schema name of the schema that was asked for */
export function answerTo(schema: string, user: string, kind: WriterKind): unknown {
  if (schema === 'briefing') return briefing(rowsIn(user), kind);
  if (schema === 'merge') {
    const numbers = [...user.matchAll(/"number":(?<number>\d+),"kind":"point"/gu)].map((match) =>
      Number(match.groups?.['number']),
    );
    return { headline: null, gist: null, points: numbers.slice(0, POINTS), mentioned: [], openQuestions: [] };
  }
  if (schema === 'judge') {
    const numbers = [...user.matchAll(/"number":(?<number>\d+),"claim"/gu)].map((match) =>
      Number(match.groups?.['number']),
    );
    return { verdicts: numbers.map((number) => ({ number, lacking: '', holds: true })) };
  }
  return { repaired: [] };
}

/** The JSON of an answer in pieces, each of which ends with the last character of one item; `end` closes what is open. */
export function itemPieces(answer: unknown): { readonly items: readonly string[]; readonly end: string } {
  const items: string[] = [];
  let open = '{';
  let isFirst = true;
  for (const [key, value] of Object.entries(answer as Readonly<Record<string, unknown>>)) {
    open += `${isFirst ? '' : ','}${JSON.stringify(key)}:`;
    isFirst = false;
    const elements = Array.isArray(value) ? (value as unknown[]) : [value];
    if (Array.isArray(value)) open += '[';
    for (const [index, element] of elements.entries()) {
      items.push(`${open}${index > 0 ? ',' : ''}${JSON.stringify(element)}`);
      open = '';
    }
    if (Array.isArray(value)) open += ']';
  }
  return { items, end: `${open}}` };
}
