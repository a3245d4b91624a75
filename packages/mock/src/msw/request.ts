import type { SimulatorRequest } from '../simulator/request.ts';

/** A request of MSW as the simulator takes it. Its URL has been normalised already, as every URL of fetch. */
export function simulatorRequest(
  request: Request,
  cookies: Readonly<Record<string, string>>,
  prefix: string,
): SimulatorRequest {
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  // In a browser a request does not show its cookies, but MSW knows them.
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return {
    method: request.method,
    target: pathname.slice(prefix.length) + search,
    headers: { ...(cookie.length > 0 && { cookie: cookie.join('; ') }), ...headers },
  };
}
