import type { Call } from './call.ts';
import { createCall, waitFor } from './call.ts';
import { isDocSpaceError } from './error.ts';
import { requestFailure } from './failure.ts';
import { notify } from './hooks.ts';
import type { Config } from './options.ts';
import { keyWarning } from './protocol/api-key.ts';
import type { Found } from './protocol/detect.ts';
import { dialectOf } from './protocol/detect.ts';
import type { Dialect } from './protocol/dialect.ts';
import type { OperationId, Parameters, RequestId } from './protocol/operations.ts';
import type { PathPrefix } from './protocol/portal.ts';
import { tokenPath } from './protocol/portal.ts';
import { readResponse } from './protocol/response.ts';
import { targetOf } from './protocol/routes.ts';
import type { Token } from './protocol/token.ts';
import { decodeNoToken, decodeToken, isFresh, tokenOf } from './protocol/token.ts';
import type { Reply } from './reply.ts';
import type { Server } from './server.ts';
import { Deadline } from './transport/deadline.ts';
import { createRedactor } from './transport/redact.ts';
import { createShared } from './transport/shared.ts';

/** One server: how it is reached, with which credential, and which dialect it speaks. */
export interface Connection {
  readonly baseUrl: string;
  /** Replaces the API key and the tokens in a text. */
  readonly redact: (text: string) => string;
  /** What the caller wants cached results to be known by, if anything. */
  readonly cacheKey: string | undefined;
  readonly call: Call;
  /** Sends the GET of an operation. */
  ask: (operationId: OperationId, parameters: Parameters, signal: AbortSignal | undefined) => Promise<Reply>;
  /** Reads what `ask` resolved to. Separate, so that a page can wait as text until it is needed. */
  read: <T>(operationId: RequestId, reply: Reply, decode: (body: unknown) => T) => T;
  /** Where the options want the operations to be asked for, if the server is a portal. */
  readonly pathPrefix: PathPrefix;
  /** The dialect that the server speaks, within the time limit of a call. */
  dialect: (signal?: AbortSignal) => Promise<Dialect>;
}

export function connect(config: Config): Connection {
  const { apiKey, baseUrl, pathPrefix, timeoutMs } = config;
  const { add, redact } = createRedactor(apiKey);
  const server: Server = { ...config, redact };
  const warning = apiKey && keyWarning(apiKey);
  if (warning) {
    const event = { code: 'api_key_form', message: warning, operationId: 'generateJwtToken' } as const;
    notify(config.hooks, 'onWarning', () => event);
  }

  const read: Connection['read'] = (operationId, reply, decode) =>
    readResponse(operationId, reply, decode, server);
  const exchange = (): Promise<Reply> => call({ operationId: 'generateJwtToken', target: tokenPath });
  const readToken = (reply: Reply, decode = decodeToken): Token => {
    const value = read('generateJwtToken', reply, decode);
    add(value);
    return tokenOf(value, reply);
  };
  const tokens = createShared(async () => readToken(await exchange()), isFresh);
  const contact = createShared(
    async (): Promise<Found> => {
      const reply = await exchange();
      const found = dialectOf(reply);
      if (found?.dialect === 'guide') return found;
      try {
        // What may come from any server is not taken for a token.
        tokens.set(readToken(reply, found ? decodeToken : decodeNoToken));
      } catch (thrown) {
        if (!found || !isDocSpaceError(thrown)) throw thrown;
        // Those who wait for this hear why there is no token, so that none of them asks again.
        return { ...found, refusal: thrown };
      }
      return { dialect: 'portal', isCertain: true };
    },
    ({ isCertain }) => isCertain,
  );
  if (config.dialect !== 'auto') contact.set({ dialect: config.dialect, isCertain: true });
  const call = createCall(server, contact, tokens);

  return {
    baseUrl,
    pathPrefix,
    redact,
    cacheKey: config.cacheKey,
    call,
    read,
    ask: (operationId, parameters, signal) =>
      call({
        operationId,
        target: (spoken) => targetOf(spoken, operationId, parameters, pathPrefix),
        signal,
      }),
    async dialect(signal) {
      const total = new Deadline(timeoutMs, signal);
      try {
        return (await waitFor(contact, total)).dialect;
      } catch (thrown) {
        if (isDocSpaceError(thrown)) throw thrown;
        throw requestFailure(thrown, { operationId: 'generateJwtToken', attempts: 0 }, server);
      }
    },
  };
}
