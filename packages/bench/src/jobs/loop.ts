import { setTimeout as wait } from 'node:timers/promises';

/** What became of a job. */
export interface Outcome {
  /** The ids of the clients that were delivered. */
  seen: Set<string>;
  /** How many ids were said to have no client. */
  missing: number;
  /** A message for each id, or each list, that got no result. */
  failures: string[];
}

export interface Cursor {
  last_client_id: string;
  last_created_on: string;
}

/** A page of a portal's list. */
export interface Page {
  data: { client_id: string }[];
  last_client_id: string | null;
  last_created_on: string | null;
}

/** Calls that need a token. An answer that is no success rejects with an error that has a `status`. */
export interface SignedCalls {
  getPage(cursor: Cursor | undefined): Promise<Page>;
  getInfo(id: string): Promise<unknown>;
}

/** A portal as a loop sees it. */
export interface PortalCalls {
  exchangeToken: () => Promise<SignedCalls>;
  getPublicInfo: (id: string) => Promise<unknown>;
}

/** An answer that is no success. */
export class StatusError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Status ${status}`);
    this.status = status;
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Sends a request again for as long as it is refused, after the time that the portal says, or a second. */
export async function untilAllowed<T>(
  send: () => Promise<T>,
  responseOf: (answer: T) => Response,
): Promise<T> {
  for (;;) {
    const answer = await send();
    const { status, headers } = responseOf(answer);
    if (status !== 429) return answer;
    const nanoseconds = Number(headers.get('x-ratelimit-reset'));
    await wait(nanoseconds > 0 ? nanoseconds / 1e6 : 1000);
  }
}

/** Reads a list page by page, with the cursors as the portal sent them, until they are null. */
export async function readPages(calls: SignedCalls): Promise<Outcome> {
  const outcome: Outcome = { seen: new Set(), missing: 0, failures: [] };
  let cursor: Cursor | undefined;
  try {
    do {
      const { data, last_client_id, last_created_on } = await calls.getPage(cursor);
      for (const { client_id } of data) outcome.seen.add(client_id);
      cursor =
        last_client_id === null || last_created_on === null ? undefined : { last_client_id, last_created_on };
    } while (cursor !== undefined);
  } catch (error) {
    outcome.failures.push(messageOf(error));
  }
  return outcome;
}

/** Reads one id after the other. */
export async function readEach(
  ids: readonly string[],
  read: (id: string) => Promise<unknown>,
): Promise<Outcome> {
  const outcome: Outcome = { seen: new Set(), missing: 0, failures: [] };
  for (const id of ids) {
    try {
      await read(id);
      outcome.seen.add(id);
    } catch (error) {
      if ((error as { status?: unknown }).status === 404) outcome.missing++;
      else outcome.failures.push(messageOf(error));
    }
  }
  return outcome;
}
