import { keyHeaders } from './api-key.ts';
import type { Dialect } from './dialect.ts';
import type { DialectRules, ReceivedReply, RequestId } from './operations.ts';
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

/** The credential that a call needs. Only a call that needs none may have no dialect. */
export function credentialOf(
  operationId: RequestId | undefined,
  dialect: Dialect | undefined,
  apiKey: string | undefined,
  tokens: TokenSource,
): Credential {
  const isSigned = apiKey && dialect && !isAnonymous(operationId);
  const { credentialHeaders, isTokenRefused }: Pick<DialectRules, 'credentialHeaders' | 'isTokenRefused'> =
    isSigned && operationId !== 'generateJwtToken' ? dialects[dialect] : { credentialHeaders: keyHeaders };
  if (!isTokenRefused) {
    return { headers: () => (isSigned ? credentialHeaders(apiKey) : {}), renewAfter: () => false };
  }
  let token: Token | undefined;
  let isRenewed = false;
  return {
    async headers() {
      token = await tokens.get();
      return credentialHeaders(token.value);
    },
    renewAfter(reply) {
      if (isRenewed || !isTokenRefused(reply)) return false;
      isRenewed = true;
      // Unless another call has renewed it already.
      if (tokens.current() === token) tokens.drop();
      return true;
    },
  };
}
