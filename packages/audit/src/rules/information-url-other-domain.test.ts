import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { informationUrlOtherDomain } from './information-url-other-domain.ts';

test('a link on another domain than the redirects is a finding that names both', () => {
  expect(messages(informationUrlOtherDomain, { website_url: 'https://www.bank.example' })).toEqual([
    'The redirects lead to "tasks.example", but these links lead to "bank.example": website.',
  ]);
});

test('several links on one other domain are one finding', () => {
  const fields = { redirect_uris: ['https://a.example/cb'], policy_url: 'https://b.example' };
  expect(messages(informationUrlOtherDomain, fields)).toEqual([
    'The redirects lead to "a.example", but these links lead to "tasks.example": website, terms of service.',
    'The redirects lead to "a.example", but these links lead to "b.example": privacy policy.',
  ]);
});

test('a link on the domain of any redirect is none, nor is one on the portal’s own domain', () => {
  const fields = {
    redirect_uris: ['https://app.tasks.example/cb', 'https://tasks.example.org/cb'],
    terms_url: 'tasks.example.org/terms',
    policy_url: 'https://legal.example.com/privacy',
  };
  expect(messages(informationUrlOtherDomain, fields, 'portal.example.com')).toEqual([]);
  expect(messages(informationUrlOtherDomain, fields)).toHaveLength(1);
});

test('redirects to the user’s own machine, to an app or to a private host say nothing about a domain', () => {
  const redirect_uris = ['http://127.0.0.1/cb', 'claude://cb', 'com.example.app:/cb', 'https://intranet/cb'];
  expect(messages(informationUrlOtherDomain, { redirect_uris, website_url: 'https://bank.example' })).toEqual(
    [],
  );
});

test('the same domain in Unicode and in punycode is one', () => {
  const fields = {
    redirect_uris: ['https://bücher.example/cb'],
    website_url: 'https://xn--bcher-kva.example',
  };
  expect(messages(informationUrlOtherDomain, { ...fields, terms_url: null, policy_url: null })).toEqual([]);
});
