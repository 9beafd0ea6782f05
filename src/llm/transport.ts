/** HTTP to the model server, for the SDK. */
import type { ClientOptions } from 'openai';
import { Agent, fetch } from 'undici';

/**
 * Without a deadline of its own. Node's `fetch` gives up after 300 s without a header, and again after 300 s between two
 * pieces of a body, whatever the operator allows (openai-node issue 2153); a local server that reads a long prompt, or that
 * does not stream, sends its first byte later. The deadlines of `deadlines.ts` hold for both.
 */
export function createTransport(): Pick<ClientOptions, 'fetch' | 'fetchOptions'> {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return { fetch: fetch as unknown as NonNullable<ClientOptions['fetch']>, fetchOptions: { dispatcher } };
}
