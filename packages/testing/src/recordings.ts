import { readFile } from 'node:fs/promises';

/** Who sent a recorded request, by its credential. */
export type Sender =
  | 'admin'
  | 'owner'
  | 'guest'
  | 'none'
  | 'bad'
  | 'blank'
  | 'tampered'
  | 'bearer'
  | 'cookie'
  | 'staleCookie'
  | 'staleHeader'
  | 'emptyCookie'
  | 'upperCookie';

/**
 * A request to a running identity service of DocSpace 3.7.2, and what it answered on 25 November 2026. The service was
 * asked directly, without the portal's nginx; the clients are test data made for it; error texts are cut to `…`.
 */
export interface Recording {
  readonly n: number;
  readonly who: Sender;
  readonly method: string;
  /** With the placeholders `{own}`, `{other}`, `{own|upper}` for ids and `x{3000}` for 3,000 times x. */
  readonly path: string;
  readonly requestHeaders?: Readonly<Record<string, string | number>>;
  readonly status: number;
  /** Only the headers that matter; `x-ratelimit-remaining` is `n`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The recorded requests of a portal with DocSpace 3.7.2. */
export async function readRecordings(): Promise<readonly Recording[]> {
  const file = new URL('../recordings/portal-3.7.2.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Recording[];
}
