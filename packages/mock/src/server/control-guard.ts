import type { IncomingMessage } from 'node:http';

import { checkHost, isForeignPage, isLoopback } from '@docspace-oauth/local-server';

/**
 * Whether a request may see and change the mock: a program, or a page of this machine. A page of another site may call the
 * API, which shows made-up data, but not this; neither may one whose name was rebound to this machine.
 */
export function mayControl(request: IncomingMessage, host: string): boolean {
  const { origin } = request.headers;
  const allowed = origin !== undefined && isOfThisMachine(origin, host) ? [origin] : [];
  return checkHost(request, host) && !isForeignPage(request.headers, allowed);
}

function isOfThisMachine(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return isLoopback(hostname) || hostname === host;
}
