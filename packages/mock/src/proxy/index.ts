/**
 * The whole public surface of `@docspace-oauth/mock/proxy`. Not exported: the subcommand and the parts, which have no
 * use without the server.
 */
export { UsageError } from '../cli-arguments.ts';
export { startProxy, type Proxy } from './start-proxy.ts';
export type { ProxyOptions } from './settings.ts';
export type { Violation } from './violations.ts';
