/** A portal's short-lived token, and when to stop using it. */
export interface Token {
  readonly value: string;
  /** On the clock of `performance.now()`, in milliseconds: before the token's own end. */
  readonly renewAt: number;
}

/** One token for any number of concurrent calls. */
export interface TokenCache {
  /** The current token, exchanged now if there is none or it is about to end. */
  get(): Promise<Token>;
  /** A token other than the refused one; calls refused together share one exchange. */
  renew(refused: Token): Promise<Token>;
  /** Keeps a token that came another way. */
  put(token: Token): void;
}

/** What a token without a readable `exp` is trusted for; portals issue five minutes. */
const assumedLifeMs = 60_000;

/** `exp` of a JWT in milliseconds; the signature is the server's business. */
function expiryMs(jwt: string): number {
  try {
    const payload = jwt.split('.')[1] ?? '';
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return Number(claims.exp) * 1000;
  } catch {
    return Number.NaN;
  }
}

/** The life is measured by the server's own clock (its Date header): the caller's may be minutes off. */
export function tokenOf(value: string, dateHeader: string | null): Token {
  const serverNow = Date.parse(dateHeader ?? '') || Date.now();
  const life = expiryMs(value) - serverNow;
  const trusted = life > 0 ? life : assumedLifeMs;
  return { value, renewAt: performance.now() + trusted - Math.min(30_000, trusted / 4) };
}

export function createTokenCache(exchange: () => Promise<Token>): TokenCache {
  let current: Token | undefined;
  let pending: Promise<Token> | undefined;
  const get = async (): Promise<Token> => {
    if (current && performance.now() < current.renewAt) return current;
    // A failed exchange is forgotten, so that the next call tries again.
    pending ??= exchange()
      .then((token) => (current = token))
      .finally(() => (pending = undefined));
    return pending;
  };
  return {
    get,
    renew(refused) {
      if (current === refused) current = undefined;
      return get();
    },
    put(token) {
      current = token;
    },
  };
}
