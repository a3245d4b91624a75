import type { FetchLike } from '@docspace-oauth/api';
import type { Dialect } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import type { Report } from '@docspace-oauth/findings/report';
import { checkCases } from './cases/check-cases.ts';
import { loadCases } from './cases/load-cases.ts';
import { select } from './cases/select.ts';
import { checkLive } from './check-live.ts';
import { checkOffline } from './check-offline.ts';
import { readContract } from './contract.ts';
import { recordedCases } from './recordings/recorded-cases.ts';
import type { Run } from './run/run-cases.ts';
import type { Exchange } from './target/exchange.ts';

export interface CheckOptions {
  /** The server to check. @default the embedded mock and plain Prism */
  readonly url?: string | undefined;
  /** @default 'auto', which asks the server; without a URL both */
  readonly dialect?: Dialect | 'auto' | undefined;
  /** The key of the run; most cases need one. */
  readonly apiKey?: string | undefined;
  readonly guestKey?: string | undefined;
  /** Sends the key over `http:` to another machine too, such as a mock beside a CI job. @default false */
  readonly allowInsecure?: boolean | undefined;
  /** Parts of the ids of the cases to run, or patterns with `*`. @default all */
  readonly include?: readonly string[] | undefined;
  /** Sends the requests, also those to the embedded mock and plain Prism. @default over node:http and node:https */
  readonly fetch?: FetchLike | undefined;
  /** A folder with cases of its own. @default those of this package */
  readonly cases?: string | undefined;
  /** Places of cases are named relative to this folder. @default the folder of the cases */
  readonly relativeTo?: string | undefined;
  /** What was done by then is reported, the rest as not run. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each case on each server as soon as it is done. */
  readonly onRun?: ((run: Run, done: number, total: number) => void) | undefined;
  /** Told of each exchange. It has credentials in clear text. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/**
 * Runs the cases against a server, or against the embedded mock and plain Prism, and says what came of each. Rejects with
 * Unusable where no check can be made.
 */
export async function check(options: CheckOptions = {}): Promise<Report> {
  const { include = [], cases: folder, relativeTo, url } = options;
  const recorded = folder === undefined ? recordedCases() : [];
  const own = await loadCases({ folder, relativeTo });
  checkCases(own, await Promise.all(dialects.map(readContract)));
  const cases = select([...own, ...recorded], include);
  return url === undefined ? checkOffline(cases, options) : checkLive(cases, url, options);
}
