import type { Reply } from '../reply.ts';
import { ShapeError } from './decode.ts';

/** A portal's short-lived token, and when to renew it. */
export interface Token {
  readonly value: string;
  /** On the clock of `performance.now()`, in milliseconds; before the token expires. */
  readonly renewAt: number;
}

/** How long a token without a readable `exp` is used. Portals issue tokens for five minutes. */
const assumedLifeMs = 60_000;

/** The `exp` of a JWT in milliseconds. Only the server can check the signature. */
function expiryMs(jwt: string): number {
  try {
    const payload = jwt.split('.')[1] ?? '';
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return Number(claims.exp) * 1000;
  } catch {
    return Number.NaN;
  }
}

/** The token in the body of the token endpoint. */
export function decodeToken(body: unknown): string {
  const token = Object(body) as { response?: unknown };
  // It becomes the value of a header: a line break sent by the server must not start a second header.
  if (typeof token.response === 'string' && /^[\x21-\x7e]+$/.test(token.response)) return token.response;
  throw new ShapeError('/response', 'a token');
}

/** Whether a value looks like a portal's token, a JWT, and not like anything else that a server may call its response. */
export function isJwt(value: unknown): boolean {
  return typeof value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value);
}

/** For a body that holds no token, whatever else it holds. */
export function decodeNoToken(): never {
  throw new ShapeError('/response', 'a token');
}

/** Measures the life by the server's own clock (its Date header): the clock of this machine may be minutes off. */
export function tokenOf(value: string, { headers }: Pick<Reply, 'headers'>): Token {
  const serverNow = Date.parse(headers.get('date') ?? '') || Date.now();
  const life = expiryMs(value) - serverNow;
  const trusted = life > 0 ? life : assumedLifeMs;
  return { value, renewAt: performance.now() + trusted - Math.min(30_000, trusted / 4) };
}

/** Whether a token can still be used. */
export function isFresh({ renewAt }: Token): boolean {
  return performance.now() < renewAt;
}
