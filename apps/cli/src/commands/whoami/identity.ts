import type { Dialect } from '@docspace-oauth/api';

import type { TokenClaims } from '../../portal/token-claims.ts';

/** What whoami tells; null is what this dialect does not say. */
export interface Identity {
  readonly portal: string;
  readonly dialect: Dialect;
  readonly user: string | null;
  readonly email: string | null;
  readonly user_id: string | null;
  readonly role: string | null;
  readonly tenant: string | null;
  readonly tenant_url: string | null;
  /** How long the token of the key lives; it is renewed by itself. */
  readonly token_seconds_left: number | null;
  /** Requests that the portal allows at this moment. */
  readonly requests_left: number | null;
  /** Whether the key may list clients. */
  readonly may_list: boolean;
}

export interface Facts {
  readonly portal: string;
  readonly dialect: Dialect;
  readonly claims: TokenClaims | undefined;
  readonly remaining: number | undefined;
  readonly mayList: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function identityOf({ portal, dialect, claims, remaining, mayList, now }: Facts): Identity {
  const expiresAt = claims?.expiresAt;
  return {
    portal,
    dialect,
    user: claims?.userName ?? null,
    email: claims?.userEmail ?? null,
    user_id: claims?.userId ?? null,
    role: claims?.role ?? null,
    tenant: claims?.tenantId ?? null,
    tenant_url: claims?.tenantUrl ?? null,
    token_seconds_left: expiresAt === undefined ? null : Math.max(0, Math.round(expiresAt - now / 1000)),
    requests_left: remaining ?? null,
    may_list: mayList,
  };
}
