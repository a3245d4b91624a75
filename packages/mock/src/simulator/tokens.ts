import type { Caller } from './callers.ts';

/** The portal's tokens: JWTs with HS256, signed and verified for real. */
export interface Tokens {
  issue(caller: Caller, name: string): Promise<string>;
  /** Undefined if the signature is wrong, the token has expired or a claim that is needed is blank. */
  verify(token: string): Promise<Caller | undefined>;
}

export interface TokenOptions {
  /** The root of the portal: the issuer and the audience. */
  readonly issuer: () => string;
  readonly ttlSeconds: number;
  readonly tenant: string;
  readonly now: () => number;
  /** What the tokens are signed with. @default 32 random bytes */
  readonly secret?: Uint8Array;
}

/** How far the clocks of a portal's machines may differ. */
const CLOCK_TOLERANCE_S = 60;
const MAX_VERIFIED = 1000;
const NEEDED = ['user_id', 'user_name', 'user_email', 'tenant_url'];

export function createTokens(options: TokenOptions): Tokens {
  const { issuer, ttlSeconds, tenant, now, secret = crypto.getRandomValues(new Uint8Array(32)) } = options;
  const verified = new Map<string, { caller: Caller; expires: number }>();
  const seconds = (): number => Math.floor(now() / 1000);

  const issue: Tokens['issue'] = async ({ role, userId, limit }, name) => {
    const { SignJWT } = await import('jose');
    const claims = {
      user_id: userId,
      user_name: limit === undefined ? name : `limited-${limit}`,
      user_email: `${name}@example.com`,
      tenant_id: tenant,
      tenant_url: issuer(),
      is_admin: String(role === 'admin'),
      is_guest: String(role === 'guest'),
      is_public: String(role === 'admin' || role === 'user'),
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(userId)
      .setIssuer(issuer())
      .setAudience(issuer())
      .setExpirationTime(seconds() + ttlSeconds)
      .sign(secret);
  };

  const verify: Tokens['verify'] = async (token) => {
    const known = verified.get(token);
    if (known !== undefined) return known.expires > seconds() ? known.caller : undefined;
    const { jwtVerify } = await import('jose');
    try {
      const { payload } = await jwtVerify(token, secret, {
        algorithms: ['HS256'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: new Date(now()),
      });
      if (NEEDED.some((name) => typeof payload[name] !== 'string' || payload[name].trim() === ''))
        return undefined;
      const caller = callerOf(payload);
      if (verified.size >= MAX_VERIFIED) verified.clear();
      // Issuer and audience are not looked at, and a token without an end is good for ever.
      verified.set(token, { caller, expires: (payload.exp ?? Infinity) + CLOCK_TOLERANCE_S });
      return caller;
    } catch {
      // A portal does not say which check failed.
      return undefined;
    }
  };
  return { issue, verify };
}

function callerOf(claims: Readonly<Record<string, unknown>>): Caller {
  const userId = String(claims['user_id']);
  const limit = /^limited-(\d+)$/u.exec(String(claims['user_name']))?.[1];
  if (claims['is_admin'] === 'true') {
    return { role: 'admin', userId, ...(limit !== undefined && { limit: Number(limit) }) };
  }
  if (claims['is_guest'] === 'true') return { role: 'guest', userId };
  return { role: claims['is_public'] === 'true' ? 'user' : 'closed', userId };
}
