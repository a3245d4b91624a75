import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriFragment } from './redirect-uri-fragment.ts';

test('a fragment is a finding, also an empty one', () => {
  const redirect_uris = ['https://a.example/#cb', 'https://a.example/#', 'https://a.example/%23'];
  expect(messages(redirectUriFragment, { redirect_uris })).toEqual([
    'The redirect URI "https://a.example/#cb" has a fragment.',
    'The redirect URI "https://a.example/#" has a fragment.',
  ]);
});
