/** Discord drops a second message with the nonce of one that it took a moment ago. Pure. */
import { createHash } from 'node:crypto';

/** Discord's limit, in characters. */
const NONCE_LENGTH = 25;

/** @param about what the message is about, its channel included: the same gives the same nonce, also after a restart */
export function nonceOf(about: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, NONCE_LENGTH);
}
