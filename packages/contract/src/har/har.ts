import { createRedactText } from '@docspace-oauth/findings/redact-text';
import { toolName } from '../command/tool.ts';
import type { Exchange } from '../target/exchange.ts';
import { redactBody } from './redact-body.ts';
import type { Secrets } from './secrets.ts';

const mask = '[redacted]';
const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-signature',
]);
/** A longer body says no more than its beginning, and a file of a gigabyte can be opened by nothing. */
const longest = 256 * 1024;

export interface HarRecorder {
  add(exchange: Exchange): void;
  /** Everything so far as an HTTP Archive 1.2, without keys, tokens, cookies and client secrets. */
  text(): string;
}

export function createHarRecorder(secrets: Secrets): HarRecorder {
  const entries: object[] = [];
  return {
    add: (exchange) => void entries.push(entryOf(exchange)),
    text() {
      const creator = toolName('check');
      // Known secrets in any other place and form: a path, a query, a text.
      const redact = createRedactText(secrets.all()) ?? ((text: string) => text);
      const hide = (_: string, value: unknown): unknown =>
        typeof value === 'string' ? redact(value) : value;
      return `${JSON.stringify({ log: { version: '1.2', creator, entries } }, hide, 1)}\n`;
    },
  };
}

function entryOf({
  url,
  method,
  requestHeaders,
  status,
  statusText,
  headers,
  ...exchange
}: Exchange): object {
  const { startedAt, durationMs } = exchange;
  const redacted = redactBody(exchange.text, url.includes('/security/oauth2/token'));
  const isCut = redacted.length > longest;
  return {
    startedDateTime: startedAt.toISOString(),
    time: durationMs,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: fieldsOf(Object.entries(requestHeaders)),
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: fieldsOf(headers),
      content: {
        size: Buffer.byteLength(exchange.text),
        mimeType: headers.find(([name]) => name === 'content-type')?.[1] ?? '',
        text: isCut ? redacted.slice(0, longest) : redacted,
        ...(isCut && { comment: `Cut after ${longest} characters.` }),
      },
      redirectURL: headers.find(([name]) => name === 'location')?.[1] ?? '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
  };
}

function fieldsOf(pairs: Iterable<readonly [string, string]>): { name: string; value: string }[] {
  return [...pairs].map(([name, value]) => ({
    name,
    value: secretHeaders.has(name.toLowerCase()) ? mask : value,
  }));
}
