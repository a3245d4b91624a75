import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { bindablePort } from '../free-port.ts';
import { readContract } from './contract.ts';
import { createForward } from './forward.ts';
import { checkHost, checkOrigin, corsHeaders, isPreflight, preflightHeaders } from './gate.ts';
import { HttpProblem, type Answer } from './http-problem.ts';
import { matchOperation, readOperations, type Match, type Operations } from './operations.ts';
import { checkOptions, exposureWarning, type ProxyOptions } from './settings.ts';
import { Gone, type UpstreamAnswer } from './upstream.ts';
import { createContractCheck, type Violation } from './violations.ts';

const KEPT_VIOLATIONS = 1000;
// Everything else of the upstream's headers stays here, Set-Cookie above all.
const PASSED_ON = ['content-type', 'retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

export interface Proxy {
  readonly url: string;
  /** The last 1000 places where requests or answers departed from the portal's contract, the latest last. */
  readonly violations: readonly Violation[];
  /** Ends the proxy and the requests that are under way. */
  close(): Promise<void>;
}

/** Starts the development proxy in front of a live portal and resolves when it listens. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const settings = checkOptions(options);
  const { allowOrigins, host, log, timeoutMs } = settings;
  const contract = await readContract();
  const operations = readOperations(contract);
  const check = createContractCheck(contract);
  const closing = new AbortController();
  const forward = createForward(contract, operations, settings, closing.signal);
  const violations: Violation[] = [];

  function report(found: readonly Violation[]): void {
    for (const { operationId, direction, status, pointer, message } of found) {
      const where = [operationId, direction, status, pointer].filter((part) => part !== undefined).join(' ');
      log(`Violation of the contract: ${where}: ${message}`);
    }
    violations.push(...found);
    violations.splice(0, violations.length - KEPT_VIOLATIONS);
  }

  async function answer(request: IncomingMessage, signal: AbortSignal): Promise<Answer> {
    checkHost(request, host);
    checkOrigin(request, allowOrigins);
    if (isPreflight(request)) return { status: 204, headers: preflightHeaders, body: '' };
    const match = checkOperation(request, operations);
    report(check.request(match));
    const upstream = await forward(match, request.headers.accept, signal);
    report(check.response(match.operation, upstream));
    return passOn(upstream);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const left = new AbortController();
    response.once('close', () => left.abort());
    let note = '';
    let result: Answer;
    try {
      result = await answer(request, left.signal);
    } catch (error) {
      if (error instanceof Gone) return void response.destroy();
      // What broke here by mistake is named by its kind alone: its message could quote a credential.
      const problem =
        error instanceof HttpProblem
          ? error
          : new HttpProblem(500, `The proxy failed (${error instanceof Error ? error.name : 'unknown'}).`);
      note = ` ${problem.message}`;
      result = problem.answer();
    }
    response.writeHead(result.status, {
      ...result.headers,
      ...corsHeaders(request, allowOrigins),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // A body that nobody reads is not waited for.
      ...(hasBody(request) ? { connection: 'close' } : {}),
    });
    response.end(result.body);
    const what = matchOperation(operations.forwarded, pathOf(request))?.operation.id ?? 'no operation';
    log(`${request.method} ${what} ${result.status} ${Math.round(performance.now() - started)} ms${note}`);
  }

  const server = createServer(
    {
      requestTimeout: timeoutMs,
      connectionsCheckingInterval: Math.min(timeoutMs, 30_000),
    },
    (request, response) => void handle(request, response),
  );
  const url = await listen(server, settings.port, host);
  const warning = exposureWarning(host);
  if (warning !== undefined) log(warning);
  return {
    url,
    violations,
    close: async () => {
      closing.abort();
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

function checkOperation(request: IncomingMessage, { forwarded, token }: Operations): Match {
  const match = matchOperation(forwarded, request.url ?? '');
  if (match === undefined) {
    if (pathOf(request) === token.path) {
      // The route is there and closed: by that a client tells a portal from a server of the guide's dialect.
      throw new HttpProblem(
        403,
        'The proxy exchanges the API key itself and gives no token away: send no credential.',
      );
    }
    const paths = forwarded.map(({ path }) => path).join(', ');
    throw new HttpProblem(404, `The proxy forwards only GET of ${paths}.`);
  }
  if (request.method !== 'GET') {
    throw new HttpProblem(405, 'The proxy forwards only GET.', { allow: 'GET, OPTIONS' });
  }
  if (hasBody(request)) throw new HttpProblem(413, 'The proxy takes no request body.');
  return match;
}

/** Without the query, which may hold what belongs in no log. */
function pathOf({ url = '' }: IncomingMessage): string {
  return url.replace(/\?.*/su, '');
}

function hasBody({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
}

function passOn({ status, headers, body }: UpstreamAnswer): Answer {
  const passed = PASSED_ON.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status, headers: Object.fromEntries(passed), body };
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (cause) {
    // Says what is wrong with the port or the host in a sentence.
    await bindablePort(port, host);
    throw cause;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port');
  // An address that means "all of this machine's" is one to listen on, not one to call.
  const callable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${callable.includes(':') ? `[${callable}]` : callable}:${address.port}`;
}
