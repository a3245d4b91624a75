import { invalidInput } from '../error.ts';

/** The one rule for what an API key may look like. The error does not repeat the value. */
export function checkApiKey(key: unknown): string {
  // Visible ASCII: a line break would start a second header, and fetch quotes what it cannot send.
  if (typeof key === 'string' && /^[\x21-\x7e]{1,4096}$/.test(key)) return key;
  throw invalidInput(
    'apiKey is not a string of visible ASCII characters.',
    'Copy it from Developer Tools > API keys of the portal.',
  );
}

/** The headers that carry an API key: with every request in the guide's dialect, to the token endpoint of a portal. */
export function keyHeaders(apiKey: string): Record<string, string> {
  return { authorization: `Bearer ${apiKey}` };
}
