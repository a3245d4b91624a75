import type { FetchLike } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import type { Report } from '@docspace-oauth/findings/report';
import { startMock } from '@docspace-oauth/mock';
import type { Case } from '../../../src/cases/case.ts';
import { loadCases } from '../../../src/cases/load-cases.ts';
import { select } from '../../../src/cases/select.ts';
import { checkLive } from '../../../src/check-live.ts';
import { checkOffline } from '../../../src/check-offline.ts';
import { scenarios } from '../../../src/target/mock.ts';
import type { Lies } from './fault.ts';
import type { LyingServer } from './lying-server.ts';
import { startLyingServer } from './lying-server.ts';

const all = await loadCases();

/** The cases that fit a pattern, as with --include. */
export function casesOf(...include: readonly string[]): Case[] {
  return select(all, include);
}

export function caseOf(id: string): Case {
  const found = all.find((one) => one.id === id);
  if (!found) throw new RangeError(`There is no case ${id}.`);
  return found;
}

/** Checks a server that lies by some of the cases, which are of one dialect and of one state of the mock. */
export async function checkServer(cases: readonly Case[], lies: Lies): Promise<Report> {
  const [first] = cases;
  if (!first) throw new RangeError('There is nothing to check.');
  return isLive(first) ? checkByUrl(cases, first, lies, 'guest-1') : checkEmbedded(cases, first, lies);
}

/** Whether a case is for servers that are named by a URL, and not for the embedded mock alone. */
export function isLive({ onlyOn, prefer }: Case): boolean {
  return prefer === undefined && onlyOn?.servers.includes('live') !== false;
}

/** As a team checks its server: by its URL, with the key of an administrator and perhaps that of a guest. */
export async function checkByUrl(
  cases: readonly Case[],
  { dialect, mock }: Pick<Case, 'dialect' | 'mock'>,
  lies: Lies,
  guestKey?: string,
): Promise<Report> {
  const honest = await startMock({ dialect, scenarios, ...mock });
  const server = await startLyingServer(honest.url, lies);
  const include = cases.map(({ id }) => id);
  try {
    return await checkLive(cases, server.url, { dialect, include, apiKey: 'admin-1', guestKey });
  } finally {
    await server.close();
    await honest.close();
  }
}

/** As a run without a URL checks the embedded mock; before each mock is then a server that lies. */
async function checkEmbedded(cases: readonly Case[], { dialect }: Case, lies: Lies): Promise<Report> {
  const servers = new Map<string, Promise<LyingServer>>();
  const send = nodeFetch();
  const fetch: FetchLike = async (url, init) => {
    const { origin } = new URL(url);
    const server = servers.get(origin) ?? startLyingServer(origin, lies);
    servers.set(origin, server);
    return send((await server).url + url.slice(origin.length), init);
  };
  try {
    return await checkOffline(cases, { dialect, include: cases.map(({ id }) => id), fetch });
  } finally {
    for (const server of servers.values()) await (await server).close();
  }
}
