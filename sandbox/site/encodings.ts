/** Encoders for old encodings, which Node can only decode. */
import { pointsOf } from '../common/json.ts';

/** Encoders that Node lacks: made by asking its decoder what each byte means. */

function tableOf(label: string): Map<string, number> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return table;
}

/** Encodes into a single-byte encoding such as windows-1251; a character it lacks becomes a question mark. */
export function encodeSingleByte(text: string, label: string): Buffer {
  const table = tableOf(label);
  return Buffer.from(pointsOf(text).map((char) => table.get(char) ?? 0x3f));
}

/** Encodes into shift_jis: the bytes of ASCII, or the pair that decodes to the character. */
export function encodeShiftJis(text: string): Buffer {
  const decoder = new TextDecoder('shift_jis');
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (pointsOf(char).length === 1 && !pairs.has(char)) pairs.set(char, [lead, trail]);
    }
  }
  return Buffer.from(
    pointsOf(text).flatMap((char) =>
      (char.codePointAt(0) ?? 0) < 0x80 ? [char.charCodeAt(0)] : (pairs.get(char) ?? [0x3f]),
    ),
  );
}
