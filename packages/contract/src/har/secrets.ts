import { rowsOf } from '../target/facts.ts';
import type { Exchange } from '../target/exchange.ts';

/** What a run has come to know and nobody may read: keys, tokens, and client secrets in clear text. */
export interface Secrets {
  learn(exchange: Exchange): void;
  all(): ReadonlySet<string>;
}

/** So many are remembered: enough for a portal with a thousand clients. */
const most = 2000;

export function createSecrets(keys: readonly (string | undefined)[]): Secrets {
  const known = new Set(keys.filter((key) => key !== undefined));
  const add = (secret: unknown): void => {
    if (typeof secret === 'string' && secret.length >= 8 && known.size < most) known.add(secret);
  };
  return {
    learn({ requestHeaders, url, text }) {
      add(signatureOf(requestHeaders['x-signature']));
      add(requestHeaders['authorization']?.replace(/^bearer +/iu, ''));
      const body = parse(text);
      const inner = (Object(body) as { response?: unknown }).response ?? body;
      if (url.includes('/security/oauth2/token')) add(signatureOf(inner));
      for (const row of [inner, ...rowsOf(body)])
        add((Object(row) as { client_secret?: unknown }).client_secret);
    },
    all: () => known,
  };
}

/** The part of a token that nobody can make up: without it the rest is of no use. */
function signatureOf(token: unknown): string | undefined {
  return typeof token === 'string' ? token.split('.').at(-1) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
