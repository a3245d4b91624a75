import type { Client } from '@docspace-oauth/api';
import { expect, test } from 'vitest';
import { app, today } from '../test/corpus/case.ts';
import { audit, startAudit } from './audit.ts';

const options = { now: today };

test('a finding says rule, level, client and what was found', () => {
  const client = app('Tasks', 'tasks.example', { client_id: 'id-1', redirect_uris: ['http://localhost/cb'] });
  expect(audit([client], options)).toEqual([
    {
      rule: 'redirect-uri-localhost',
      level: 'warning',
      subject: 'id-1',
      message: 'The redirect URI "http://localhost/cb" names the user’s machine as localhost.',
    },
  ]);
});

test('findings come in the order of the clients, and what compares clients comes last', () => {
  const clients = ['b', 'a'].map((client_id) =>
    app('Same', 'tasks.example', { client_id, enabled: false, is_public: true }),
  );
  expect(audit(clients, options).map(({ subject, rule }) => `${subject} ${rule}`)).toEqual([
    'b offered-to-other-tenants',
    'b disabled',
    'a offered-to-other-tenants',
    'a disabled',
    'b duplicate-name',
    'a duplicate-name',
  ]);
});

test('one client after the other gives the same as all at once', () => {
  const clients = [1, 2, 3].map((n) => app('Same', `tasks${n}.example`, { scopes: ['files:write'] }));
  const run = startAudit(options);
  expect([...clients.flatMap((client) => run.add(client)), ...run.finish()]).toEqual(audit(clients, options));
});

test('a client that comes twice, as in pages of a list that changes, is audited once and no duplicate of itself', () => {
  const client = app('Tasks', 'tasks.example', { enabled: false });
  expect(audit([client, { ...client }], options).map(({ rule }) => rule)).toEqual(['disabled']);
});

test('clients without an id are all audited', () => {
  const nameless = { client_id: null, enabled: false } as unknown as Client;
  const findings = audit([nameless, nameless, null as unknown as Client], options);
  expect(findings.filter(({ rule }) => rule === 'disabled').map(({ subject }) => subject)).toEqual([
    '(a client without an id)',
    '(a client without an id)',
  ]);
});

test('the client’s secret does not come out of any other field', () => {
  const client_secret = 'qhF3vQdZ9mTn2Lr8XcWb5Yk7Ps4Ug6Ej1Ao0';
  const client = app(`Name ${client_secret}`, 'tasks.example', {
    client_secret,
    client_id: `id ${client_secret}`,
    redirect_uris: [`http://a.example/${client_secret}`, `http://${client_secret}.example/`, client_secret],
    policy_url: `http://a.example/?x=${client_secret}`,
    scopes: [`${client_secret}:write`],
  });
  const text = JSON.stringify(audit([client, { ...client, client_id: 'other' }], options));
  expect(text).toContain('http://a.example/••••');
  expect(text.toLowerCase()).not.toContain(client_secret.slice(0, 12).toLowerCase());
});

test('a mistake in the options is told before any client is read', () => {
  expect(() => startAudit({ now: new Date('soon') })).toThrow(TypeError);
});
