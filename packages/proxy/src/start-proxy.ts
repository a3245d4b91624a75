import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import type { Reply } from '@docspace-oauth/api/transport';
import { exposureWarning, listen, openPages, PagesError, type Pages } from '@docspace-oauth/local-server';

import { checkCaller, checkHostOf, checkOperation, hasBody, pathOf } from './access.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { createForward } from './forward.ts';
import { toProblem, type ProxyResponse } from './http-problem.ts';
import { createLog } from './log.ts';
import { asUsageError, checkOptions, type ProxyOptions } from './options.ts';
import { matchOperation } from './routing.ts';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import { requestViolations, responseViolations, type Violation } from './violations.ts';

const KEPT_VIOLATIONS = 1000;
// Everything else of the upstream's headers stays here, Set-Cookie above all.
const PASSED_ON = ['content-type', 'retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

export interface Proxy {
  readonly url: string;
  /** The last 1000 places where requests or responses departed from the portal's contract, the latest last. */
  readonly violations: readonly Violation[];
  /** Ends the proxy and the requests that are under way. */
  close(): Promise<void>;
}

function operationName({ url = '' }: IncomingMessage): string {
  return matchOperation(url)?.operation.operationId ?? 'no operation';
}

/** Starts the development proxy in front of a live portal and resolves when it listens. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const settings = checkOptions(options);
  const { allowOrigins, host, port } = settings;
  const log = createLog(settings.log);
  const closing = new AbortController();
  const forward = asUsageError(() => createForward(settings, closing.signal));
  const pages = settings.serve === undefined ? undefined : await openPagesOf(settings.serve);
  const violations: Violation[] = [];

  function report(found: readonly Violation[]): void {
    for (const { operationId, direction, status, pointer, message } of found) {
      const where = [operationId, direction, status, pointer].filter((part) => part !== undefined).join(' ');
      log(`Violation of the contract: ${where}: ${message}`);
    }
    violations.push(...found);
    violations.splice(0, violations.length - KEPT_VIOLATIONS);
  }

  async function respond(request: IncomingMessage, signal: AbortSignal): Promise<ProxyResponse> {
    checkHostOf(request, settings);
    // Any site may link a page: it holds nothing of the portal.
    const page = await pageOf(pages, request);
    if (page !== undefined) return page;
    checkCaller(request, settings);
    if (isPreflight(request)) return { status: 204, headers: preflightHeaders, body: '' };
    const match = checkOperation(request);
    report(requestViolations(match));
    const reply = await forward(match, request.headers.accept, signal);
    report(responseViolations(match.operation, reply));
    return passOn(reply);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const left = new AbortController();
    response.once('close', () => left.abort());
    let note = '';
    let result: ProxyResponse;
    try {
      result = await respond(request, left.signal);
    } catch (error) {
      // Nobody waits for a response any more.
      if (left.signal.aborted || closing.signal.aborted) return void response.destroy();
      const problem = toProblem(error);
      note = ` ${problem.message}`;
      result = problem.toResponse();
    }
    response.writeHead(result.status, {
      ...result.headers,
      ...corsHeaders(request, allowOrigins),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // A request body is not read, so the connection cannot be used again.
      ...(hasBody(request) ? { connection: 'close' } : {}),
    });
    response.end(result.body);
    const what = result.body instanceof Buffer ? 'page' : operationName(request);
    log(`${request.method} ${what} ${result.status} ${Math.round(performance.now() - started)} ms${note}`);
  }

  // Node takes whole milliseconds only.
  const requestTimeout = Math.ceil(settings.timeoutMs);
  const server = createServer(
    { requestTimeout, connectionsCheckingInterval: Math.min(requestTimeout, 30_000) },
    (request, response) => void handle(request, response),
  );
  let ended: Promise<void> | undefined;
  async function end(): Promise<void> {
    closing.abort();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  const url = await listen(server, { port, host });
  const warning = exposureWarning(host, 'reads the portal through this proxy with the rights of the API key');
  if (warning !== undefined) log(warning);
  return {
    url,
    violations,
    close: async () => (ended ??= end()),
  };
}

async function openPagesOf(folder: string): Promise<Pages> {
  return openPages(folder).catch((error: unknown) => {
    throw error instanceof PagesError ? new UsageError(error.message) : error;
  });
}

async function pageOf(
  pages: Pages | undefined,
  request: IncomingMessage,
): Promise<ProxyResponse | undefined> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads || hasBody(request)) return undefined;
  return pages?.get(pathOf(request), request.headers.accept);
}

function passOn({ status, headers, text }: Reply): ProxyResponse {
  const passed = PASSED_ON.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status, headers: Object.fromEntries(passed), body: text };
}
