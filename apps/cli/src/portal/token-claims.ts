import type { BodyRecorder } from './recorder.ts';

/** What a portal's token says about the owner of the API key. Only the portal can check its signature. */
export interface TokenClaims {
  readonly userId: string | undefined;
  readonly userName: string | undefined;
  readonly userEmail: string | undefined;
  readonly tenantId: string | undefined;
  readonly tenantUrl: string | undefined;
  readonly role: Role;
  /** Seconds since 1970. */
  readonly expiresAt: number | undefined;
}

export type Role = 'administrator' | 'user' | 'guest';

/** The claims of the token that was exchanged last; undefined in the guide's dialect, which has none. */
export function tokenClaims(recorder: BodyRecorder): TokenClaims | undefined {
  const token = recorder.last('generateJwtToken')?.['response'];
  if (typeof token !== 'string') return undefined;
  const claims = payloadOf(token);
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  return {
    userId: text('user_id'),
    userName: text('user_name'),
    userEmail: text('user_email'),
    tenantId: text('tenant_id'),
    tenantUrl: text('tenant_url'),
    role: roleOf(text),
    expiresAt: typeof claims['exp'] === 'number' ? claims['exp'] : undefined,
  };
}

/** Claims are texts. A user whose developer tools are closed has the rights of a guest. */
function roleOf(text: (name: string) => string | undefined): Role {
  if (text('is_admin') === 'true') return 'administrator';
  return text('is_guest') !== 'true' && text('is_public') === 'true' ? 'user' : 'guest';
}

function payloadOf(token: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
