/** Bytes → text: byte order mark, then the header, then the page's own meta tag. */
import sniff from 'html-encoding-sniffer';

import { BotError } from '#domain';

/** Over this share of replacement characters the text is not what the author wrote. */
const REPLACED_LIMIT = 0.02;

/** @throws BotError `page-encoding` */
export function decode(bytes: Uint8Array, contentType: string, host: string): string {
  const label = /charset\s*=\s*["']?(?<label>[\w-]+)/iu.exec(contentType)?.groups?.['label'];
  const encoding = sniff(bytes, {
    ...(label ? { transportLayerEncodingLabel: label } : {}),
    defaultEncoding: guess(bytes),
  });
  const text = new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
  const replaced = text.split('\ufffd').length - 1;
  if (replaced > text.length * REPLACED_LIMIT) {
    throw new BotError('page-encoding', { host, replacedPercent: Math.round((100 * replaced) / text.length) });
  }
  return text;
}

/** Without any label: UTF-8 where the bytes are valid UTF-8, else what browsers assume. */
function guess(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'UTF-8';
  } catch {
    return 'windows-1252';
  }
}
