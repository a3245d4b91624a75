import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriSeveralDomains } from './redirect-uri-several-domains.ts';

const to = (...hosts: string[]): { redirect_uris: string[] } => ({
  redirect_uris: hosts.map((host) => `https://${host}/cb`),
});

test('several domains are one finding, which lists the first of them', () => {
  const fields = to('app.a.example', 'b.example', 'c.example', 'd.example', 'test.a.example');
  expect(messages(redirectUriSeveralDomains, fields)).toEqual([
    'The redirect URIs lead to 4 registrable domains: "a.example", "b.example", "c.example" and 1 more.',
  ]);
});

test('hosts of one domain are none, also below a suffix of two labels', () => {
  expect(
    messages(redirectUriSeveralDomains, to('a.example.co.uk', 'b.example.co.uk', 'example.co.uk')),
  ).toEqual([]);
});

test('hosts below a hoster’s domain belong to its customers', () => {
  expect(messages(redirectUriSeveralDomains, to('a.github.io', 'b.github.io'))).toHaveLength(1);
});

test('the user’s own machine, private hosts and addresses are no domains', () => {
  const fields = to('a.example', 'localhost', '127.0.0.1', 'intranet', 'nas.local', '203.0.113.1');
  expect(messages(redirectUriSeveralDomains, fields)).toEqual([]);
});

test('the domain of the portal does not count', () => {
  const fields = to('a.example', 'portal.example.com');
  expect(messages(redirectUriSeveralDomains, fields)).toHaveLength(1);
  expect(messages(redirectUriSeveralDomains, fields, 'portal.example.com')).toEqual([]);
});
