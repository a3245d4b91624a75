import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { RequestHeaders } from '../simulator/request.ts';
import { splitTarget } from '../simulator/routing.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { isControl, type Control } from './control-path.ts';
import { corsHeaders, isPreflight, preflightHeaders, type Cors } from './cors.ts';
import { withoutSecrets, type RecordedRequest, type Recorder } from './recorder.ts';
import { send } from './send.ts';

export interface RequestHandlerOptions {
  readonly simulator: Simulator;
  readonly recorder: Recorder;
  readonly control: Control;
  readonly cors: Cors;
  readonly onRequest: ((request: RecordedRequest) => void) | undefined;
  /** Ends what is waiting. */
  readonly closing: AbortSignal;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Translates between HTTP and the simulator. */
export function createRequestHandler(options: RequestHandlerOptions): RequestHandler {
  const { simulator, recorder, control, cors, onRequest, closing } = options;
  return async (request, response) => {
    const start = performance.now();
    const { method = 'GET', headers, url: target = '/' } = request;
    if (cors === 'open' && isPreflight(method, headers)) {
      response.writeHead(204, preflightHeaders(headers)).end();
      return;
    }
    const { path } = splitTarget(target);
    if (isControl(path)) {
      const { status, mediaType, body } = await control(request, path);
      const answer = { status, headers: [['content-type', mediaType]], body: JSON.stringify(body) } as const;
      send(response, { ...answer, fault: undefined }, corsHeaders(cors, headers));
      return;
    }
    request.resume();
    const answer = await simulator.handle({ method, target, headers: headers as RequestHeaders });
    if (answer.delayMs > 0) await sleep(answer.delayMs, undefined, { signal: closing });
    const status = send(response, answer, corsHeaders(cors, headers));
    const recorded = recorder.add({
      method,
      url: target,
      operationId: answer.operationId,
      status,
      milliseconds: performance.now() - start,
      headers: withoutSecrets(headers),
      violations: answer.violations,
      fault: answer.fault,
    });
    onRequest?.(recorded);
  };
}
