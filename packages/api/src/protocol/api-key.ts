import { invalidInput } from '../error.ts';

/** The one rule for what an API key may look like; the key is returned trimmed. The error does not repeat the value. */
export function checkApiKey(key: unknown): string {
  // A key that was read from a file often ends with a line break.
  const trimmed = typeof key === 'string' ? key.trim() : '';
  // Visible ASCII: a line break would start a second header, and fetch quotes what it cannot send.
  if (/^[\x21-\x7e]{1,4096}$/.test(trimmed)) return trimmed;
  throw invalidInput(
    'apiKey is not a string of visible ASCII characters.',
    'Copy it from Developer Tools > API keys of the portal.',
  );
}

/** What is suspicious about the form of a key that can be sent; undefined if nothing is. Does not repeat the key. */
export function keyWarning(apiKey: string): string | undefined {
  if (apiKey.startsWith('sk-')) return undefined;
  return 'The API key does not begin with sk-. A portal takes such a text for a cookie and may write it into its log.';
}

/** The headers that carry an API key: with every request in the guide's dialect, to the token endpoint of a portal. */
export function keyHeaders(apiKey: string): Record<string, string> {
  return { authorization: `Bearer ${apiKey}` };
}
