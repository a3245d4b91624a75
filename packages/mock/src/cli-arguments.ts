// Only for `proxy/`, until it is a package of its own.
export { UsageError } from './cli/arguments.ts';
