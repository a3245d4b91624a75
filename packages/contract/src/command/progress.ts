import { clean } from '@docspace-oauth/terminal/text';
import { cut } from '@docspace-oauth/terminal/width';
import type { Run } from '../run/run-cases.ts';
import type { Output } from './context.ts';

export interface Progress {
  step(run: Run, done: number, total: number): void;
  /** Leaves nothing half written behind; may be called twice. */
  end(): void;
}

const eraseLine = '\u001b[2K\r';

/** On a terminal one line that is rewritten; in a log a line for each server, and nothing that a log cannot show. */
export function createProgress(output: Output): Progress {
  return output.isTTY ? onTerminal(output) : inLog(output);
}

function onTerminal(output: Output): Progress {
  let isShown = false;
  return {
    step({ server, case: { id } }, done, total) {
      isShown = true;
      const text = clean(`${done} of ${total}  ${server}  ${id}`);
      output.write(eraseLine + cut(text, (output.columns || 80) - 1));
    },
    end() {
      if (isShown) output.write(eraseLine);
      isShown = false;
    },
  };
}

function inLog(output: Output): Progress {
  let server = '';
  let counts = new Map<string, number>();
  const flush = (): void => {
    const parts = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
    if (parts.length > 0) output.write(`${clean(server)}: ${parts.join(', ')}\n`);
    counts = new Map();
  };
  return {
    step(run) {
      if (run.server !== server) flush();
      server = run.server;
      counts.set(run.result.outcome, (counts.get(run.result.outcome) ?? 0) + 1);
    },
    end: flush,
  };
}
