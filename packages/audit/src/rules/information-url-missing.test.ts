import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { informationUrlMissing } from './information-url-missing.ts';

test.each([undefined, null, '', '  ', 'null', 7])(
  'links that are %j are one finding that lists them',
  (nothing) => {
    const fields = { website_url: nothing, terms_url: nothing, policy_url: nothing };
    expect(messages(informationUrlMissing, fields)).toEqual([
      'The client has no link to its website, terms of service, privacy policy.',
    ]);
  },
);

test('of three links the missing one is named', () => {
  expect(messages(informationUrlMissing, { terms_url: null })).toEqual([
    'The client has no link to its terms of service.',
  ]);
});

test('a text that is no address is a finding, an address without a scheme is none', () => {
  expect(
    messages(informationUrlMissing, { terms_url: 'n/a', policy_url: 'www.tasks.example/privacy' }),
  ).toEqual(['The terms of service "n/a" is no address of a page.']);
});
