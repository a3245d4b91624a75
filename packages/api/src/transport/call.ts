import type { Deadline } from './deadline.ts';
import { sleep, startDeadline } from './deadline.ts';
import { DocSpaceError, invalidInput } from '../error.ts';
import { aborted, failureOf } from './failure.ts';
import type { Config } from '../options.ts';
import { createPace } from './pace.ts';
import type { PlainRequest } from './plain-request.ts';
import type { Redactor } from './redact.ts';
import { operationOf } from '../routes.ts';
import { send } from './send.ts';

/** A header that carries a credential; undefined for an anonymous request. */
export type Credential = readonly [name: string, value: string] | undefined;

/** Sends a request with the credential that it is given, and may be asked to send it again with another. */
export type SendWith = (credential: Credential) => Promise<Response>;

/** Runs one call within one total deadline; `total` bounds whatever the work waits for. */
export type Call = (
  request: PlainRequest,
  work: (sendWith: SendWith, total: Deadline) => Promise<Response>,
) => Promise<Response>;

export function createCall(config: Config, redactor: Redactor): Call {
  const { origin, host } = config;
  const budget = createPace();

  return async function call(request, work) {
    const { method, signal, url } = request;
    const { origin: target, pathname } = new URL(url);
    if (method !== 'GET') throw invalidInput(`${method} is not sent: the contract has GET operations only.`);
    // Checked here, after middleware and a call's own baseUrl had their say.
    if (target !== origin) throw invalidInput(`Nothing is sent anywhere but to ${origin}.`);
    const operationId = operationOf(pathname);
    // The budget is the user's and the identity service's: neither anonymous calls nor the token exchange count.
    const pace =
      !config.apiKey || /^(?:getPublicClientInfo|generateJwtToken)$/.test(operationId ?? '')
        ? undefined
        : budget;

    const waitMs = pace?.book() ?? 0;
    if (waitMs > config.retry.maxServerDelayMs) {
      throw new DocSpaceError(
        `The rate limit of ${host} is used up for another ${Math.ceil(waitMs / 1000)} s.`,
        {
          code: 'rate_limited',
          operationId,
          retryAfterMs: waitMs,
          hint: 'Wait that long, or raise retry.maxServerDelayMs.',
        },
      );
    }
    if (waitMs > 0) {
      // Before the deadline starts: this wait is the client's own, so that it is never told to.
      await sleep(waitMs, signal).catch(() => {
        throw aborted(signal, operationId, 0);
      });
    }

    const total = startDeadline(config.timeoutMs, signal);
    const sendWith: SendWith = (credential) => {
      // The request was made for this call, by openapi-fetch.
      if (credential) request.headers.set(...credential);
      return send({ url, headers: request.headers, operationId, signal, total, pace }, config, redactor);
    };
    try {
      return await work(sendWith, total);
    } catch (thrown) {
      throw failureOf(thrown, { signal, total, operationId, attempts: 0 }, config, redactor);
    }
  };
}
