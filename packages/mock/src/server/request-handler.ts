import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { checkHost, type Pages } from '@docspace-oauth/local-server';

import type { RequestHeaders } from '../simulator/request.ts';
import { splitTarget } from '../simulator/routing.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { mayControl } from './control-guard.ts';
import { isControl, type Control } from './control-path.ts';
import { corsHeaders, isPreflight, preflightHeaders, type Cors } from './cors.ts';
import { landingPage, wantsLandingPage } from './landing-page.ts';
import { withoutSecrets, type RecordedRequest, type Recorder } from './recorder.ts';
import { send } from './send.ts';
import { shielded } from './shielded.ts';

export interface RequestHandlerOptions {
  readonly simulator: Simulator;
  readonly recorder: Recorder;
  readonly control: Control;
  readonly cors: Cors;
  /** What is shown at `/explorer/`. */
  readonly pages: Pages | undefined;
  readonly onRequest: ((request: RecordedRequest) => void) | undefined;
  /** The address that is listened on. */
  readonly host: string;
  /** Ends what is waiting. */
  readonly closing: AbortSignal;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Translates between HTTP and the simulator. */
export function createRequestHandler(options: RequestHandlerOptions): RequestHandler {
  const { simulator, recorder, control, cors, pages, closing, host } = options;
  const onRequest = options.onRequest && shielded('onRequest', options.onRequest);
  const recorded = (request: IncomingMessage, start: number, answer: Sent): void => {
    const { method = 'GET', headers, url = '/' } = request;
    const milliseconds = performance.now() - start;
    const kept = recorder.add({ method, url, headers: withoutSecrets(headers), milliseconds, ...answer });
    onRequest?.(kept);
  };
  return async (request, response) => {
    const start = performance.now();
    const { method = 'GET', headers, url: target = '/', socket } = request;
    const { path } = splitTarget(target);
    if (isControl(path) && !mayControl(request, host)) {
      send(response, CONTROL_REFUSED, {});
      return;
    }
    if (cors === 'open' && isPreflight(method, headers)) {
      response.writeHead(204, preflightHeaders(headers)).end();
      return;
    }
    if (isControl(path)) {
      const { status, mediaType, body } = await control(request, path);
      const answer = { status, headers: [['content-type', mediaType]], body: JSON.stringify(body) } as const;
      send(response, { ...answer, fault: undefined }, corsHeaders(cors, headers));
      return;
    }
    request.resume();
    if (wantsLandingPage(method, path, headers)) {
      send(response, { status: 200, ...landingPage(simulator, pages !== undefined), fault: undefined }, {});
      return;
    }
    const reads = method === 'GET' || method === 'HEAD';
    const page = reads && checkHost(request, host) ? await pages?.get(path, headers.accept) : undefined;
    if (page !== undefined) {
      response.writeHead(page.status, { ...page.headers, 'content-length': page.body.byteLength });
      response.end(method === 'HEAD' ? undefined : page.body);
      return;
    }
    const answer = await simulator.handle({
      method,
      target,
      headers: headers as RequestHeaders,
      address: socket.remoteAddress,
    });
    if (answer.delayMs > 0) await sleep(answer.delayMs, undefined, { signal: closing });
    const { operationId, violations, fault } = answer;
    const status = send(response, answer, corsHeaders(cors, headers));
    recorded(request, start, { status, operationId, violations, fault });
  };
}

type Sent = Pick<RecordedRequest, 'status' | 'operationId' | 'violations' | 'fault'>;

const CONTROL_REFUSED = {
  status: 403,
  headers: [['content-type', 'application/problem+json']],
  body: JSON.stringify({
    title: 'Forbidden',
    status: 403,
    detail: 'Only programs and pages of this machine may see and change the mock.',
  }),
  fault: undefined,
} as const;
