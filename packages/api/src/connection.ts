import type { Client as HttpClient } from 'openapi-fetch';
import { createCache } from './cache.ts';
import { invalidInput } from './error.ts';
import type { paths as GuidePaths } from './generated/guide.ts';
import { lazyHttp } from './lazy-http.ts';
import type { DocSpaceClientOptions } from './options.ts';
import { resolveOptions } from './options.ts';
import { read } from './read.ts';
import type { Dialect, OperationId, Parameters } from './routes.ts';
import { routes, targetOf } from './routes.ts';
import { readToken } from './shape.ts';
import { createCall } from './transport/call.ts';
import { Deadline } from './transport/deadline.ts';
import { failureOf } from './transport/failure.ts';
import type { Answer } from './transport/send.ts';
import type { Token } from './transport/token.ts';
import { isFresh, tokenOf } from './transport/token.ts';

/** One server: how it is reached, with which credential, and which dialect it speaks. */
export interface Connection {
  /** Sends the GET of an operation. */
  ask: (operationId: OperationId, parameters: Parameters, signal: AbortSignal | undefined) => Promise<Answer>;
  /** Reads what `ask` resolved to: parsing is left to whoever wants it, when it is wanted. */
  read: <T>(operationId: OperationId, answer: Answer, shape: (body: unknown) => T) => T;
  /** The dialect, once it is decided, within the deadline of a call. */
  dialect: (signal?: AbortSignal) => Promise<Dialect>;
  http: HttpClient<GuidePaths>;
}

export function connect(options: DocSpaceClientOptions): Connection {
  const config = resolveOptions(options);
  const { baseUrl, redactor } = config;

  const askForToken = (): Promise<Answer> =>
    call('generateJwtToken', baseUrl + routes.portal.generateJwtToken);
  const takeToken = (answer: Answer): Token => {
    const value = read('generateJwtToken', 'portal', answer, readToken, config);
    redactor.add(value);
    return tokenOf(value, answer.response.headers.get('date'));
  };
  const tokens = createCache(async () => takeToken(await askForToken()), isFresh);

  const dialect = createCache<Dialect>(async () => {
    const answer = await askForToken();
    const { status, headers } = answer.response;
    if (status === 401 || status === 403) return 'portal';
    if (status === 404 || status === 405) return 'guide';
    if (status === 200 && !headers.get('content-type')?.includes('json')) return 'guide';
    // Anything but a token decides nothing, and throws.
    tokens.put(takeToken(answer));
    return 'portal';
  });
  if (config.dialect !== 'auto') dialect.put(config.dialect);
  const call = createCall(config, dialect, tokens);

  return {
    ask: (operationId, parameters, signal) =>
      call(operationId, (spoken) => baseUrl + targetOf(spoken, operationId, parameters), signal),
    read: (operationId, answer, shape) => read(operationId, dialect.current(), answer, shape, config),
    async dialect(signal) {
      const total = new Deadline(config.timeoutMs, signal);
      try {
        return dialect.current() ?? (await total.within(dialect.get));
      } catch (thrown) {
        throw failureOf(thrown, { operationId: 'generateJwtToken', signal, total, attempts: 0 }, config);
      }
    },
    http: lazyHttp(async () => (await import('./http.ts')).createHttp(config, call, invalidInput)),
  };
}
