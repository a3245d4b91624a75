import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriHttp } from './redirect-uri-http.ts';

test('each redirect URI with http is one finding, which names it', () => {
  const redirect_uris = [
    'http://a.example/cb',
    'https://a.example/cb',
    'http://b.example/cb',
    'http://a.example/cb',
  ];
  expect(messages(redirectUriHttp, { redirect_uris })).toEqual([
    'The redirect URI "http://a.example/cb" uses http, and its host is not the user’s own machine.',
    'The redirect URI "http://b.example/cb" uses http, and its host is not the user’s own machine.',
  ]);
});

test('http to the user’s own machine is none, in whatever form', () => {
  const redirect_uris = [
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'http://localhost/',
    'http://2130706433/',
    'http://127.1/',
    'http://[0:0:0:0:0:0:0:1]/',
  ];
  expect(messages(redirectUriHttp, { redirect_uris })).toEqual([]);
});
