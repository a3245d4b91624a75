import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { offeredToOtherTenants } from './offered-to-other-tenants.ts';

test('a public client is a finding', () => {
  expect(messages(offeredToOtherTenants, { is_public: true })).toEqual([
    'The client is public: users of other tenants can authorize it.',
  ]);
});

test.each([false, null, undefined, 'true', 1])('is_public %j is none', (is_public) => {
  expect(messages(offeredToOtherTenants, { is_public })).toEqual([]);
});
