import { bearerKey, holderOfKey, type Caller, type KeyHolder } from './callers.ts';
import type { RequestHeaders } from './request.ts';
import type { Tokens } from './tokens.ts';

/** What a request proves about its sender. */
export interface Credentials {
  readonly key: KeyHolder | undefined;
  readonly signature: Caller | 'none' | 'invalid';
  /** A token for the holder of the key, in a dialect that exchanges keys. */
  readonly token: string | undefined;
}

/** The name of the header and of the cookie that carry a portal's token. */
const SIGNATURE = 'x-signature';

export async function readCredentials(
  headers: RequestHeaders,
  owners: readonly string[],
  tokens: Tokens | undefined,
): Promise<Credentials> {
  const key = bearerKey(headers['authorization'], tokens !== undefined);
  const holder = key === undefined ? undefined : holderOfKey(key, owners);
  const caller = typeof holder === 'object' ? holder : undefined;
  return {
    key: holder,
    token: caller && (await tokens?.issue(caller, caller.role)),
    signature: await readSignature(headers, tokens),
  };
}

async function readSignature(
  headers: RequestHeaders,
  tokens: Tokens | undefined,
): Promise<Credentials['signature']> {
  // The cookie comes first: a stale or empty cookie beats a fresh header.
  const sent = (cookie(headers['cookie'], SIGNATURE) ?? headers[SIGNATURE] ?? '').trim();
  if (sent === '' || tokens === undefined) return 'none';
  return (await tokens.verify(sent)) ?? 'invalid';
}

/** A cookie, whose name may be written in any case. */
function cookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key = '', ...value] = pair.split('=');
    if (key.trim().toLowerCase() === name) return value.join('=').trim();
  }
  return undefined;
}
