import { Deadline, sleep } from './deadline.ts';
import type { Cache } from '../cache.ts';
import { DocSpaceError } from '../error.ts';
import { failureOf } from './failure.ts';
import type { Config } from '../options.ts';
import { createPace } from './pace.ts';
import type { Dialect, RequestId } from '../routes.ts';
import type { Answer, Outgoing } from './send.ts';
import { send } from './send.ts';
import type { Token } from './token.ts';

/**
 * One GET with the credential that its operation needs, within one total deadline; resolves to whatever was answered.
 * The URL may be of the dialect that the server speaks; a path of no operation has no operationId.
 */
export type Call = (
  operationId: RequestId | undefined,
  url: string | ((dialect: Dialect) => string),
  signal?: AbortSignal,
  headers?: Record<string, string>,
) => Promise<Answer>;

export function createCall(config: Config, dialect: Cache<Dialect>, tokens: Cache<Token>): Call {
  const { apiKey, host, retry, timeoutMs } = config;
  const budget = createPace();
  const bearer = { authorization: `Bearer ${apiKey}` };

  return async (operationId, url, signal, headers) => {
    const exchanges = operationId === 'generateJwtToken';
    // Public information is anonymous: on a portal an invalid signature would even break it.
    const anonymous = !apiKey || operationId === 'getPublicClientInfo';
    // The budget is the user's and the identity service's: neither anonymous calls nor the token exchange count.
    const pace = anonymous || exchanges ? undefined : budget;
    const waitMs = pace?.book() ?? 0;
    // This wait is the client's own: the time that the caller gives begins after it.
    const total = new Deadline(timeoutMs + waitMs, signal);
    const outgoing: Outgoing = { operationId, url: '', headers: {}, signal, total, pace, attempts: 0 };
    const sendWith = (credential?: Record<string, string>): Promise<Answer> => {
      outgoing.headers = { accept: 'application/json, */*;q=0.1', ...headers, ...credential };
      return send(outgoing, config);
    };

    try {
      if (waitMs > retry.maxServerDelayMs) {
        throw new DocSpaceError(
          `The rate limit of ${host} is used up for another ${Math.ceil(waitMs / 1000)} s.`,
          {
            code: 'rate_limited',
            operationId,
            retryAfterMs: waitMs,
            hint: 'Wait for retryAfterMs, or raise retry.maxServerDelayMs.',
          },
        );
      }
      if (waitMs > 0) await sleep(waitMs, signal);
      const fixed = typeof url === 'string';
      const asks = !fixed || !(anonymous || exchanges);
      const spoken = asks ? (dialect.current() ?? (await total.within(dialect.get))) : 'guide';
      outgoing.url = fixed ? url : url(spoken);
      if (anonymous) return await sendWith();
      // Also the exchange: the key itself is shown there.
      if (spoken === 'guide') return await sendWith(bearer);
      const token = tokens.current() ?? (await total.within(tokens.get));
      const answer = await sendWith({ 'x-signature': token.value });
      // A portal says "signature refused" by a 403 without a body, and "role refused" by one with a body.
      if (answer.response.status !== 403 || answer.text) return answer;
      // Unless another call has renewed it already.
      if (tokens.current() === token) tokens.put(undefined);
      const renewed = await total.within(tokens.get);
      return await sendWith({ 'x-signature': renewed.value });
    } catch (thrown) {
      throw failureOf(thrown, outgoing, config);
    }
  };
}
