import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '../target/exchange.ts';
import { createHarRecorder } from './har.ts';
import { redactBody } from './redact-body.ts';
import { createSecrets } from './secrets.ts';

const usual: Exchange = {
  url: 'http://127.0.0.1:1/api/2.0/clients?limit=1',
  method: 'GET',
  requestHeaders: { accept: '*/*' },
  status: 200,
  statusText: 'OK',
  headers: [['content-type', 'application/json']],
  text: '{}',
  startedAt: new Date(0),
  durationMs: 12.5,
};

function harOf(exchanges: readonly Exchange[], keys: readonly string[] = []): string {
  const secrets = createSecrets(keys);
  const har = createHarRecorder(secrets);
  for (const exchange of exchanges) {
    secrets.learn(exchange);
    har.add(exchange);
  }
  return har.text();
}

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvbmUifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';

test('it is an HTTP Archive with the request and the response', () => {
  const { log } = JSON.parse(harOf([usual])) as { log: { version: string; entries: object[] } };
  expect(log.version).toBe('1.2');
  expect(log.entries[0]).toMatchObject({
    startedDateTime: '1970-01-01T00:00:00.000Z',
    time: 12.5,
    request: { method: 'GET', url: usual.url, queryString: [{ name: 'limit', value: '1' }] },
    response: { status: 200, content: { mimeType: 'application/json', text: '{}', size: 2 } },
  });
});

const secret = fc.stringMatching(/^[A-Za-z0-9+/_-]{12,60}$/u);

test('a key, a token and a client secret are in no part of it', () => {
  fc.assert(
    fc.property(secret, secret, secret, (key, cookie, clientSecret) => {
      const text = harOf(
        [
          {
            ...usual,
            requestHeaders: { authorization: `Bearer ${key}` },
            url: `${usual.url}&key=${encodeURIComponent(key)}`,
          },
          {
            ...usual,
            requestHeaders: { 'x-signature': jwt, cookie: `x-signature=${cookie}` },
            headers: [
              ['set-cookie', `JSESSIONID=${cookie}`],
              ['x-echo', jwt],
            ],
            text: JSON.stringify({
              client_id: 'a',
              client_secret: clientSecret,
              note: `it is ${clientSecret}, ${key}`,
            }),
          },
          {
            ...usual,
            url: 'http://127.0.0.1:1/api/2.0/security/oauth2/token',
            text: JSON.stringify({ response: jwt, count: 1 }),
          },
        ],
        [key],
      );
      for (const hidden of [key, cookie, clientSecret, jwt, encodeURIComponent(key)]) {
        // Very short random texts may be words of the archive itself.
        expect(text.includes(hidden)).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test('JSON that was cut off is redacted too', () => {
  expect(redactBody('{"a":1,"client_secret":"abc def', false)).toBe('{"a":1,"client_secret":"[redacted]"');
  expect(redactBody(`<p>${jwt}`, false)).toBe('<p>[redacted]');
});

test('what is no secret stays: nulls, ids, other bodies', () => {
  expect(redactBody('{"client_secret":null,"client_id":"a","response":"b"}', false)).toBe(
    '{"client_secret":null,"client_id":"a","response":"b"}',
  );
});

test('a body of a megabyte is cut', () => {
  const text = harOf([{ ...usual, text: JSON.stringify({ logo: 'x'.repeat(1_000_000) }) }]);
  expect(text.length).toBeLessThan(300_000);
  expect(text).toContain('Cut after');
});
