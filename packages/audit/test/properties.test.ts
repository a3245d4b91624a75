import type { Client } from '@docspace-oauth/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../src/audit.ts';
import { rules } from '../src/rules.ts';
import { today } from './corpus/case.ts';

/** Texts that look like what stands in such a field, and texts that do not. */
const uri = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom('http', 'https', 'claude', 'javascript', 'HTTPS', ''),
      fc.constantFrom('://', ':/', ':\\\\', '//', ':', ''),
      fc.oneof(
        fc.domain(),
        fc.ipV4Extended(),
        fc.ipV6().map((ip) => `[${ip}]`),
        fc.constantFrom('localhost', '*', '.', ''),
      ),
      fc.string({ unit: 'grapheme' }),
    )
    .map((parts) => parts.join('')),
);
const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Acme', 'Аcme', 'acme '),
);
const scope = fc.oneof(
  fc.string(),
  fc.constantFrom('files:write', 'rooms:write', 'accounts:write', 'accounts.self:write', 'openid'),
);

/** A field as a server should send it, or absent, or anything at all. */
function field(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary },
    { weight: 1, arbitrary: fc.constantFrom(undefined, null, 'null', '') },
    { weight: 1, arbitrary: fc.anything() },
  );
}

const fields = {
  client_id: field(fc.uuid()),
  name: field(name),
  website_url: field(uri),
  terms_url: field(uri),
  policy_url: field(uri),
  logo: field(
    fc.oneof(
      uri,
      fc.base64String().map((data) => `data:image/png;base64,${data}`),
    ),
  ),
  authentication_methods: field(fc.array(fc.constantFrom('none', 'client_secret_post', 'x'))),
  redirect_uris: field(fc.array(uri, { maxLength: 12 })),
  allowed_origins: field(fc.array(uri, { maxLength: 12 })),
  scopes: field(fc.array(scope)),
  created_on: field(fc.date({ noInvalidDate: true }).map((date) => date.toISOString())),
  modified_on: field(fc.string()),
  enabled: field(fc.boolean()),
  is_public: field(fc.boolean()),
};
const clients = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.anything() },
  ),
);
const portalHost = fc.option(fc.domain(), { nil: undefined });

test('whatever a server sends, the audit does not throw, and each finding is one harmless line of a known rule', () => {
  const ids = new Set(rules.map(({ id }) => id));
  fc.assert(
    fc.property(clients, portalHost, (sent, host) => {
      for (const { rule, subject, message } of audit(sent as Client[], { now: today, portalHost: host })) {
        expect(ids).toContain(rule);
        expect(subject + message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(subject.length + message.length).toBeLessThan(3000);
      }
    }),
    { numRuns: 400 },
  );
});

/** As a portal makes it: 36 characters in a single read, 108 in a list. */
const secret = fc.stringMatching(/^[A-Za-z0-9]{36}$/u);
/** A text that contains the secret, with other text around it. */
const leak = (value: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', 'http://', 'http://a.example/', 'https://x:', 'a'.repeat(100)),
      fc.constantFrom('', '@b.example', '.example', ' ', '#'),
    )
    .map(([before, after]) => before + value + after);

test('no finding contains the client’s secret, wherever else it stands in the record', () => {
  const withSecret = secret.chain((client_secret) => {
    const text = leak(client_secret);
    const texts = fc.array(text, { maxLength: 3 });
    return fc.record({
      client_id: text,
      client_secret: fc.constant(client_secret),
      name: text,
      website_url: text,
      terms_url: text,
      policy_url: text,
      logo: text,
      authentication_methods: texts,
      redirect_uris: texts,
      allowed_origins: texts,
      scopes: fc.array(text.map((word) => `${word}:write`)),
      modified_on: text,
    });
  });
  fc.assert(
    fc.property(withSecret, (client) => {
      const sent = [client, { ...client, client_id: 'another' }, { ...client, name: 'Name', enabled: false }];
      const findings = JSON.stringify(audit(sent as unknown as Client[], { now: today })).toLowerCase();
      // A part of it would be too much already, also in lower case, as the host of a URL shows it.
      for (let at = 0; at + 10 <= client.client_secret.length; at++) {
        expect(findings).not.toContain(client.client_secret.slice(at, at + 10).toLowerCase());
      }
    }),
    { numRuns: 500 },
  );
});
