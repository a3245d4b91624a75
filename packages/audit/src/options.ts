import type { Context } from './rule.ts';
import { hostOf } from './host.ts';
import { parse } from './uri.ts';

/** What the audit has to know beside the clients. */
export interface AuditOptions {
  /** The day that counts as today, so that the same data gives the same result. */
  readonly now: Date;
  /**
   * The host of the portal, such as `portal.example.com`. Redirects to the portal's own domain are no foreign ones, and private
   * hosts are no finding if the portal itself is on a private host.
   */
  readonly portalHost?: string | undefined;
}

const known = ['now', 'portalHost'];

/** Checks the options, so that a mistake is not taken for a clean portal. */
export function contextOf(options: AuditOptions): Context {
  if (typeof options !== 'object' || options === null)
    throw new TypeError('Give the options { now: new Date() }.');
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`Unknown option "${unknown}": the audit takes ${known.join(' and ')}.`);
  const { now, portalHost } = options;
  if (!(now instanceof Date) || Number.isNaN(now.getTime())) {
    throw new TypeError('The option now must be a valid Date, such as new Date().');
  }
  return { now: now.getTime(), portalHost: portalHost === undefined ? undefined : readHost(portalHost) };
}

function readHost(text: string): string {
  const url = typeof text === 'string' && !/[/\\?#@\s]/u.test(text) ? parse(`https://${text}`) : undefined;
  if (!url)
    throw new TypeError(
      'The option portalHost must be a host such as "portal.example.com", without https://.',
    );
  return hostOf(url);
}
