import type { Call } from './call.ts';
import { createCall, waitFor } from './call.ts';
import { isDocSpaceError } from './error.ts';
import { requestFailure } from './failure.ts';
import { notify, redactEvents } from './hooks.ts';
import type { Config } from './options.ts';
import { keyWarning } from './protocol/api-key.ts';
import { dialectOf } from './protocol/detect.ts';
import type { ServerFacts } from './protocol/errors.ts';
import type { Dialect, OperationId, Parameters, RequestId } from './protocol/operations.ts';
import { tokenPath } from './protocol/portal.ts';
import { readResponse } from './protocol/response.ts';
import { targetOf } from './protocol/routes.ts';
import type { Token } from './protocol/token.ts';
import { decodeToken, isFresh, tokenOf } from './protocol/token.ts';
import type { Reply } from './reply.ts';
import { Deadline } from './transport/deadline.ts';
import { createRedactor } from './transport/redact.ts';
import { createShared } from './transport/shared.ts';

/** One server: how it is reached, with which credential, and which dialect it speaks. */
export interface Connection {
  readonly baseUrl: string;
  readonly call: Call;
  /** Sends the GET of an operation. */
  ask: (operationId: OperationId, parameters: Parameters, signal: AbortSignal | undefined) => Promise<Reply>;
  /** Reads what `ask` resolved to. Separate, so that a page can wait as text until it is needed. */
  read: <T>(operationId: RequestId, reply: Reply, decode: (body: unknown) => T) => T;
  /** The dialect that the server speaks, within the time limit of a call. */
  dialect: (signal?: AbortSignal) => Promise<Dialect>;
}

export function connect(given: Config): Connection {
  const { apiKey, baseUrl, host, timeoutMs, validate } = given;
  const redactor = createRedactor(apiKey);
  const config: Config = { ...given, hooks: redactEvents(given.hooks, redactor.redact) };
  const warning = apiKey && keyWarning(apiKey);
  if (warning) {
    const event = { code: 'api_key_form', message: warning, operationId: 'generateJwtToken' } as const;
    notify(config.hooks, 'onWarning', event);
  }
  const server: ServerFacts = { baseUrl, host, hasKey: apiKey !== undefined, redact: redactor.redact };

  const read: Connection['read'] = (operationId, reply, decode) =>
    readResponse(operationId, reply, decode, server, validate);
  const exchange = (): Promise<Reply> => call({ operationId: 'generateJwtToken', target: tokenPath });
  const readToken = (reply: Reply): Token => {
    const value = read('generateJwtToken', reply, decodeToken);
    redactor.add(value);
    return tokenOf(value, reply);
  };
  const tokens = createShared(async () => readToken(await exchange()), isFresh);
  const dialect = createShared<Dialect>(async () => {
    const reply = await exchange();
    const known = dialectOf(reply);
    if (known) return known;
    // Only a token decides now. Everything else throws, and nothing is remembered.
    tokens.set(readToken(reply));
    return 'portal';
  });
  if (config.dialect !== 'auto') dialect.set(config.dialect);
  const call = createCall(config, redactor.redact, dialect, tokens);

  return {
    baseUrl,
    call,
    read,
    ask: (operationId, parameters, signal) =>
      call({ operationId, target: (spoken) => targetOf(spoken, operationId, parameters), signal }),
    async dialect(signal) {
      const total = new Deadline(timeoutMs, signal);
      try {
        return await waitFor(dialect, total);
      } catch (thrown) {
        if (isDocSpaceError(thrown)) throw thrown;
        throw requestFailure(
          thrown,
          { operationId: 'generateJwtToken', attempts: 0 },
          config,
          redactor.redact,
        );
      }
    },
  };
}
