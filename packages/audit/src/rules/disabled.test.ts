import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { disabled } from './disabled.ts';

test('a disabled client is a finding', () => {
  expect(messages(disabled, { enabled: false })).toEqual([
    'The client is disabled; tokens that it already has live on until they expire.',
  ]);
});

test.each([true, null, undefined, 'false', 0])('enabled %j is none', (enabled) => {
  expect(messages(disabled, { enabled })).toEqual([]);
});
