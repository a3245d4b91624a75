import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriIpAddress } from './redirect-uri-ip-address.ts';

test('an address is a finding that says which one a browser goes to', () => {
  const redirect_uris = ['https://203.0.113.7/cb', 'https://3405803783/cb', 'https://[2001:DB8::1]:8443/cb'];
  expect(messages(redirectUriIpAddress, { redirect_uris })).toEqual([
    'The redirect URI "https://203.0.113.7/cb" leads to the IP address 203.0.113.7.',
    'The redirect URI "https://3405803783/cb" leads to the IP address 203.0.113.7.',
    'The redirect URI "https://[2001:DB8::1]:8443/cb" leads to the IP address 2001:db8::1.',
  ]);
});

test('addresses of this machine and of private networks are none, nor are names that look like one', () => {
  const redirect_uris = [
    'http://127.0.0.1/',
    'http://10.0.0.1/',
    'https://203.0.113.7.example/',
    'https://v4-203-0-113-7.example/',
  ];
  expect(messages(redirectUriIpAddress, { redirect_uris })).toEqual([]);
});
