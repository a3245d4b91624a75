import { styleText } from 'node:util';

import { dataLines } from './data-lines.ts';
import type { Exchange } from './recording-fetch.ts';
import { hideKey, redact } from './redact.ts';
import { clean, terminalJson } from './terminal-text.ts';

interface OutputStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface OutputOptions {
  readonly json: boolean;
  readonly showSecrets: boolean;
  readonly apiKey: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Never where NO_COLOR is set; else where stdout is a terminal. */
  readonly noColor: boolean;
}

export interface Output {
  /** About the run itself: with `--json` it goes to stderr. */
  note(text: string): void;
  title(text: string): void;
  exchanges(exchanges: readonly Exchange[]): void;
  data(result: object): void;
  /** The data alone, with `--json` only. */
  json(data: object): void;
}

type Format = Parameters<typeof styleText>[0];

export function createOutput(options: OutputOptions): Output {
  const { json, showSecrets, apiKey, stdout, stderr, noColor } = options;
  const paint = (format: Format, text: string): string =>
    stdout.isTTY && !noColor ? styleText(format, text, { validateStream: false }) : text;
  const print = (...lines: string[]): void => {
    if (!json) stdout.write(`${lines.join('\n')}\n`);
  };
  const redacted = (data: object): object => (showSecrets ? data : redact(data, apiKey));
  return {
    note: (text) => (json ? stderr : stdout).write(`${text}\n`),
    title: (text) => print('', paint('bold', text)),
    exchanges: (exchanges) => {
      for (const { method, path, status, milliseconds } of exchanges) {
        const ok = status !== undefined && status < 400;
        const answer = paint(ok ? 'green' : 'red', status === undefined ? 'no answer' : String(status));
        print(
          `${method} ${clean(hideKey(path, apiKey))}  ${answer}  ${paint('dim', `${Math.round(milliseconds)} ms`)}`,
        );
      }
    },
    data: (result) => print('', ...dataLines(redacted(result))),
    json: (data) => {
      if (json) stdout.write(`${terminalJson(redacted(data))}\n`);
    },
  };
}
