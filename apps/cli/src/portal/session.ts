import type { DocSpaceHooks } from '@docspace-oauth/api';
import { createPaint, type Paint } from '@docspace-oauth/terminal/color';
import { createProgress, type Progress } from '@docspace-oauth/terminal/progress';
import { clean } from '@docspace-oauth/terminal/text';

import type { CommandContext, Output } from '../command.ts';

/** What the common options and the process decide about the output of a command. */
export interface Session {
  readonly progress: Progress;
  readonly paint: Paint;
  /** Remarks that are no result, such as that of the embedded mock. */
  readonly notes: Output;
  readonly hooks: DocSpaceHooks;
  /** Counts a client that has come, for the progress. */
  readonly counted: () => void;
  /** Whether the portal may hold clients back. */
  isIncomplete(): boolean;
}

interface CommonOptions {
  readonly quiet?: boolean | undefined;
  readonly 'no-color'?: boolean | undefined;
}

/** Every so many pages a log gets a line. */
const PAGES_BETWEEN_LINES = 20;
/** Shorter waits are nothing that anyone notices. */
const LEAST_WAIT_MS = 1000;

/** @param isTable whether the result is for people, so that remarks may stand above it */
export function openSession(
  { quiet = false, 'no-color': noColor = false }: CommonOptions,
  isTable: boolean,
  { stdout, stderr, environment }: CommandContext,
): Session {
  const progress = createProgress(stderr, quiet);
  let pages = 0;
  let clients = 0;
  let isIncomplete = false;
  const hooks: DocSpaceHooks = {
    onResponse({ operationId, status }) {
      if (status !== 200 || (operationId !== 'getClients' && operationId !== 'getClientsInfo')) return;
      pages += 1;
      const text = `${pages} ${pages === 1 ? 'page' : 'pages'} read, clients so far: ${clients}`;
      if (pages % PAGES_BETWEEN_LINES === 0) progress.say(text);
      else progress.update(text);
    },
    onWait({ delayMs }) {
      if (delayMs < LEAST_WAIT_MS) return;
      progress.say(`Waits ${Math.round(delayMs / 1000)} s for the rate limit of the portal`);
    },
    onWarning({ code, message }) {
      isIncomplete ||= code === 'list_may_be_incomplete';
      progress.clear();
      stderr.write(`Warning: ${clean(message)}\n`);
    },
  };
  return {
    progress,
    paint: createPaint(stdout, noColor ? { NO_COLOR: '1' } : environment),
    notes: isTable ? stdout : quiet ? { write: () => undefined } : stderr,
    hooks,
    counted: () => void (clients += 1),
    isIncomplete: () => isIncomplete,
  };
}
