/** The whole public surface of `@docspace-oauth/proxy`. Not exported: the parts, which have no use without the server. */
export type { ProxyOptions } from './options.ts';
export { startProxy, type Proxy } from './start-proxy.ts';
export { UsageError } from '@docspace-oauth/terminal/usage-error';
export type { Violation } from './violations.ts';
