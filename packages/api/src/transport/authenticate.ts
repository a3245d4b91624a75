import type { Call, Credential } from './call.ts';
import type { Config } from '../options.ts';
import type { DialectOf } from '../dialect.ts';
import { operationOf } from '../routes.ts';
import type { PlainRequest } from './plain-request.ts';
import type { TokenCache } from './token.ts';

/** The fetch beneath openapi-fetch: adds the credential of the dialect, and renews a refused token once. */
export function createAuthenticatedFetch(
  config: Config,
  call: Call,
  dialect: DialectOf,
  tokens: TokenCache,
): (request: PlainRequest) => Promise<Response> {
  const { apiKey } = config;
  const bearer: Credential = apiKey === undefined ? undefined : ['authorization', `Bearer ${apiKey}`];

  return (request) =>
    call(request, async (sendWith, total) => {
      const operationId = operationOf(new URL(request.url).pathname);
      // Public information is anonymous: on a portal an invalid signature would even break it.
      if (!bearer || operationId === 'getPublicClientInfo') return sendWith(undefined);
      if (
        operationId === 'generateJwtToken' ||
        (dialect.known ?? (await total.within(() => dialect.ask()))) === 'guide'
      )
        return sendWith(bearer);

      const token = tokens.current() ?? (await total.within(() => tokens.get()));
      const response = await sendWith(['x-signature', token.value]);
      // A portal says "signature refused" by a 403 without a body, and "role refused" by one with a body.
      if (response.status !== 403 || (await response.text()) !== '') return response;
      const renewed = await total.within(() => tokens.renew(token));
      return sendWith(['x-signature', renewed.value]);
    });
}
