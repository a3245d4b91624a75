import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { informationUrlMissing } from './information-url-missing.ts';

test('each missing link is a finding, whether it is absent, null, blank or the text null', () => {
  for (const nothing of [undefined, null, '', '  ', 'null', 7]) {
    expect(
      messages(informationUrlMissing, { website_url: nothing, terms_url: nothing, policy_url: nothing }),
    ).toEqual([
      'The client has no link to its website (website_url).',
      'The client has no link to its terms of service (terms_url).',
      'The client has no link to its privacy policy (policy_url).',
    ]);
  }
});

test('a text that is no address is a finding, an address without a scheme is none', () => {
  expect(
    messages(informationUrlMissing, { terms_url: 'n/a', policy_url: 'www.tasks.example/privacy' }),
  ).toEqual(['The terms of service "n/a" is no address of a page (terms_url).']);
});
