import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriPrivateHost } from './redirect-uri-private-host.ts';

const redirect_uris = ['https://10.1.2.3/cb', 'https://intranet:8080/cb', 'https://docs.corp.internal/cb'];

test('private addresses and names are findings that say which host is meant', () => {
  expect(messages(redirectUriPrivateHost, { redirect_uris })).toEqual([
    'The redirect URI "https://10.1.2.3/cb" leads to "10.1.2.3", which only one network knows.',
    'The redirect URI "https://intranet:8080/cb" leads to "intranet", which only one network knows.',
    'The redirect URI "https://docs.corp.internal/cb" leads to "docs.corp.internal", which only one network knows.',
  ]);
});

test('if the portal itself is on a private host, its clients may be there too', () => {
  expect(messages(redirectUriPrivateHost, { redirect_uris }, 'portal.corp.internal')).toEqual([]);
  expect(messages(redirectUriPrivateHost, { redirect_uris }, '192.168.0.2')).toEqual([]);
  expect(messages(redirectUriPrivateHost, { redirect_uris }, 'portal.example.com')).toHaveLength(3);
});

test('what stands at the place of a host in claude: and other schemes is no host', () => {
  const others = ['claude://callback', 'com.example.app://oauth', 'https://a.example/'];
  expect(messages(redirectUriPrivateHost, { redirect_uris: others })).toEqual([]);
});
