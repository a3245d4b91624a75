import { keyHeaders } from './api-key.ts';
import type { Dialect, ReceivedReply, RequestId } from './operations.ts';
import { dialects } from './routes.ts';
import type { Token } from './token.ts';

/** Where the tokens of a DocSpace client come from. */
export interface TokenSource {
  /** The token that is in use; undefined if there is none or it expires soon. */
  current: () => Token | undefined;
  /** Gets a token, by an exchange of the API key if need be. */
  get: () => Promise<Token>;
  /** Makes the next `get` exchange the key again. */
  drop: () => void;
}

/** The credential of one call. It is renewed at most once, when a response says that the token was refused. */
export interface Credential {
  /** The headers for the next request of the call. */
  headers(): Promise<Record<string, string>> | Record<string, string>;
  /** Whether the response refuses the token and a new one should be tried. */
  renewAfter(reply: ReceivedReply): boolean;
}

/** Whether an operation is sent without a credential. On a portal an invalid token would make public information fail. */
export function isAnonymous(operationId: RequestId | undefined): boolean {
  return operationId === 'getPublicClientInfo';
}

/** Headers that stay the same for the whole call. */
function fixed(headers: Record<string, string>): Credential {
  return { headers: () => headers, renewAfter: () => false };
}

/** The credential that a call needs. Only a call that needs none may have no dialect. */
export function credentialOf(
  operationId: RequestId | undefined,
  dialect: Dialect | undefined,
  apiKey: string | undefined,
  tokens: TokenSource,
): Credential {
  if (!apiKey || !dialect || isAnonymous(operationId)) return fixed({});
  if (operationId === 'generateJwtToken') return fixed(keyHeaders(apiKey));
  const { credential, credentialHeaders, isTokenRefused } = dialects[dialect];
  if (credential === 'api key') return fixed(credentialHeaders(apiKey));
  let token: Token | undefined;
  let renewed = false;
  return {
    async headers() {
      token = await tokens.get();
      return credentialHeaders(token.value);
    },
    renewAfter(reply) {
      if (renewed || !isTokenRefused(reply)) return false;
      renewed = true;
      // Unless another call has renewed it already.
      if (tokens.current() === token) tokens.drop();
      return true;
    },
  };
}
