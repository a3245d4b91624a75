import { expect, test } from 'vitest';

import { failedCallText, failureText } from './failure.ts';

test('a failure is a line, and its hint is a second line', () => {
  expect(failureText('It failed.')).toBe('Error: It failed.\n');
  expect(failureText('It failed.', 'Try again.')).toBe('Error: It failed.\nHint: Try again.\n');
});

test.each([
  {
    status: 401,
    hint: 'Check apiKey.',
    text: 'unauthorized, status 401: No.\nHint: Check DOCSPACE_API_KEY.\n',
  },
  { status: undefined, hint: undefined, text: 'unauthorized: No.\n' },
])('a failed call with status $status and hint $hint is "$text"', ({ text, ...facts }) => {
  expect(failedCallText({ code: 'unauthorized', message: 'No.', ...facts })).toBe(`Error: ${text}`);
});

test('another hint replaces that of the failed call', () => {
  const error = { code: 'not_found', status: 404, message: 'No.', hint: 'Look elsewhere.' };
  expect(failedCallText(error, 'Look here.')).toBe('Error: not_found, status 404: No.\nHint: Look here.\n');
});
