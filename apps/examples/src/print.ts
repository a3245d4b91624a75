import type { DocSpaceError, DocSpaceHooks } from '@docspace-oauth/api';
import { createPaint } from '@docspace-oauth/terminal/color';
import { failedCallText, failureText } from '@docspace-oauth/terminal/failure';
import { terminalJson } from '@docspace-oauth/terminal/json';
import { hideKey, redact } from '@docspace-oauth/terminal/redact';
import { clean } from '@docspace-oauth/terminal/text';
import { describeDataUrl } from '@docspace-oauth/terminal/value';

/** Prints with secrets and logos hidden, and nothing that a terminal would obey. */
export interface Printer {
  /** Prints a line for each request that the DocSpace client sends. */
  readonly hooks: DocSpaceHooks;
  title(text: string): void;
  line(...texts: readonly string[]): void;
  data(value: object): void;
  /** Says on stderr what went wrong and what to do about it; the exit code becomes 1. */
  failure(message: string, hint: string): void;
  /** The same for a call that failed; a hint of the program replaces that of the error. */
  error(error: DocSpaceError, more?: { hint?: string; exitCode?: 1 | 2 }): void;
}

export function createPrinter(apiKey: string): Printer {
  const paint = createPaint(process.stdout, process.env);
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  return {
    hooks: {
      onResponse({ method, url, status, durationMs }) {
        const answer = paint(
          status !== undefined && status < 400 ? 'green' : 'red',
          `${status ?? 'no answer'}`,
        );
        print(
          `${method} ${hideKey(clean(url), apiKey)}  ${answer}  ${paint('dim', `${Math.round(durationMs)} ms`)}`,
        );
      },
    },
    title: (text) => print(`\n${paint('bold', text)}`),
    line: (...texts) => print(texts.map((text) => hideKey(clean(text), apiKey)).join('  ')),
    data: (value) => print(terminalJson(redact(value, { apiKey }), describeLogo)),
    failure(message, hint) {
      process.stderr.write(failureText(message, hint));
      process.exitCode = 1;
    },
    error(error, { hint, exitCode = 1 } = {}) {
      process.stderr.write(failedCallText(error, hint));
      process.exitCode = exitCode;
    },
  };
}

function describeLogo(_: string, value: unknown): unknown {
  return typeof value === 'string' ? (describeDataUrl(value) ?? value) : value;
}
