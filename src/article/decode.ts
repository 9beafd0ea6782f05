/** Bytes → text: byte order mark, then the header, then UTF-16 without a mark, then the page's own meta tag. */
import sniff from 'html-encoding-sniffer';

/** Over this share of replacement characters the text is not what the author wrote. */
export const REPLACED_LIMIT = 0.02;
/** UTF-16 without a mark: so many bytes are looked at, and nearly every second is zero in Latin text. */
const UTF16_SAMPLE_BYTES = 200;
const UTF16_ZERO_SHARE = 0.7;
const CHARSET = /charset\s?=\s?["']?([\w:.-]{1,40})/i;
/** Decoded text beyond this is not read: an article has under a tenth of it (safety facts, page bombs). */
export const MAX_TEXT_CHARACTERS = 3_000_000;

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly replacedShare: number;
  readonly wasCut: boolean;
}

export function decode(bytes: Uint8Array, contentType: string): Decoded {
  const label = CHARSET.exec(contentType)?.[1];
  const encoding = encodingOf(bytes, label);
  const whole = decoderFor(encoding).decode(bytes).replaceAll('\0', '');
  const text = whole.length > MAX_TEXT_CHARACTERS ? whole.slice(0, MAX_TEXT_CHARACTERS) : whole;
  return { text, encoding, replacedShare: replacedShare(text), wasCut: whole.length > text.length };
}

function encodingOf(bytes: Uint8Array, label: string | undefined): string {
  const fromLabel = sniff(bytes, {
    ...(label ? { transportLayerEncodingLabel: label } : {}),
    defaultEncoding: 'replacement',
  });
  if (label && fromLabel !== 'replacement') return fromLabel;
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  return fromLabel === 'replacement' ? guess(bytes) : fromLabel;
}

function decoderFor(encoding: string) {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}

/** Latin text in two-byte units has a zero in every second byte. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, UTF16_SAMPLE_BYTES);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = (sample.length / 2) * UTF16_ZERO_SHARE;
  if (odd >= many && even === 0) return 'utf-16le';
  if (even >= many && odd === 0) return 'utf-16be';
  return null;
}

/** Without any label: UTF-8 where the bytes are valid UTF-8, else what browsers assume. */
function guess(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function replacedShare(text: string): number {
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++;
  return text.length === 0 ? 0 : replaced / text.length;
}
