/** A portal's short-lived token, and when to stop using it. */
export interface Token {
  readonly value: string;
  /** On the clock of `performance.now()`, in milliseconds: before the token's own end. */
  readonly renewAt: number;
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

export function isFresh({ renewAt }: Token): boolean {
  return performance.now() < renewAt;
}
