import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Answer, Fault, Store } from '../store/index.ts';
import type { Behavior } from './behavior.ts';
import { isControl, type Control } from './control-path.ts';
import { corsHeaders, isPreflight, preflightHeaders, type Cors } from './cors.ts';
import type { IncomingCall, Outcome, Pipeline } from './pipeline.ts';
import { withoutSecrets, type RecordedRequest, type Recorder } from './recorder.ts';
import { htmlPage, send } from './send.ts';

export interface HandlerOptions {
  readonly store: Store;
  readonly pipeline: Pipeline;
  readonly behavior: Behavior;
  readonly recorder: Recorder;
  readonly control: Control;
  readonly cors: Cors;
  readonly onRequest: ((request: RecordedRequest) => void) | undefined;
  /** Ends what is waiting. */
  readonly closing: AbortSignal;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createHandler(options: HandlerOptions): Handler {
  const { store, pipeline, behavior, recorder, control, cors, onRequest, closing } = options;
  return async (request, response) => {
    const start = performance.now();
    const { method = 'GET', headers, url: target = '/' } = request;
    if (cors === 'open' && isPreflight(method, headers)) {
      response.writeHead(204, preflightHeaders(headers)).end();
      return;
    }
    const url = parseTarget(target);
    if (isControl(url.pathname)) {
      send(response, await control(request, url), corsHeaders(cors, headers), undefined);
      return;
    }
    request.resume();
    const call: IncomingCall = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: headers as IncomingCall['headers'],
    };
    const outcome = await pipeline.handle(call);
    const { answer, fault } = disturbed(outcome, call.path);
    const wait = behavior.dice.latency(behavior.latency);
    if (wait > 0) await sleep(wait, undefined, { signal: closing });
    const extra = { ...corsHeaders(cors, headers), ...violationHeader(outcome) };
    const status = send(response, answer, extra, fault?.kind);
    const recorded = recorder.add({
      method,
      url: target,
      operationId: outcome.operationId,
      status,
      milliseconds: performance.now() - start,
      headers: withoutSecrets(headers),
      violations: outcome.violations,
      fault: fault?.kind,
    });
    onRequest?.(recorded);
  };

  /** What the scenario makes of an answer. A request that asks for an answer by name gets it. */
  function disturbed(
    { answer, operationId, preferred }: Outcome,
    path: string,
  ): { answer: Answer; fault?: Fault } {
    const fault = preferred ? undefined : behavior.dice.fault(behavior.scenario, operationId);
    if (fault === undefined) return { answer };
    const { kind, status = 502 } = fault;
    if (kind === 'html') return { answer: htmlPage(status), fault };
    if (kind !== 'status') return { answer, fault };
    return {
      answer: operationId === undefined ? htmlPage(status) : store.fail(operationId, status, path),
      fault,
    };
  }
}

/** An absolute target, as a proxy sends it, is one too. */
function parseTarget(target: string): URL {
  const url = URL.parse(target, 'http://mock.invalid');
  return url ?? new URL('http://mock.invalid/');
}

const HEADER_LIMIT = 4000;

/** As plain Prism says it. */
function violationHeader({ violations }: Outcome): Record<string, string> {
  if (violations.length === 0) return {};
  const text = JSON.stringify(violations.map(({ pointer, message }) => ({ location: pointer, message })));
  // A header holds no more, and nothing beyond Latin letters.
  return { 'sl-violations': text.replaceAll(/[^\x20-\x7e]/gu, '?').slice(0, HEADER_LIMIT) };
}
