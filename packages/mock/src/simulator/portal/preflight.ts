import type { RequestHeaders } from '../request.ts';

/** Whether a browser asks for leave to send another request. */
export function isPreflight(headers: RequestHeaders): boolean {
  return headers['origin'] !== undefined && headers['access-control-request-method'] !== undefined;
}
