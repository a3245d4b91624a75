/** The values that protect one sign-in. Each sign-in needs its own: what is used twice protects nothing. */
export interface Protection {
  /** Kept in the user's session and compared when they come back (against forged requests). */
  readonly state: string;
  /** Kept on your side and sent with the code (PKCE, RFC 7636). */
  readonly verifier: string;
  /** The SHA-256 of the verifier: this is what goes into the link. */
  readonly challenge: string;
}

export async function createProtection(): Promise<Protection> {
  const verifier = randomText();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { state: randomText(), verifier, challenge: base64url(new Uint8Array(digest)) };
}

interface LinkOptions {
  /** The address of the portal. */
  readonly portal: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly protection: Pick<Protection, 'state' | 'challenge'>;
}

/** The address that starts a sign-in. */
export function authorizeLink({ portal, clientId, redirectUri, scopes, protection }: LinkOptions): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state: protection.state,
    code_challenge: protection.challenge,
    code_challenge_method: 'S256',
  });
  // A blank as %20: in a query a server may take a plus for itself.
  return `${portal}/oauth2/authorize?${query.toString().replaceAll('+', '%20')}`;
}

/** The origin of an address that a person typed; undefined if it is none of a portal. */
export function portalOrigin(text: string): string | undefined {
  const url = URL.parse(/^https?:\/\//iu.test(text.trim()) ? text.trim() : `https://${text.trim()}`);
  return url !== null && url.username === '' && url.password === '' ? url.origin : undefined;
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
