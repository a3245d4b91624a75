import { expect, test } from 'vitest';
import { listOf, quote, quoteUri } from './quote.ts';

test('characters that a reader cannot see become visible', () => {
  expect(quote('a\u0000b\u001B[31m\u202Ec\u200B\u2028\uFEFF')).toBe(
    '"a\\u{0000}b\\u{001B}[31m\\u{202E}c\\u{200B}\\u{2028}\\u{FEFF}"',
  );
  expect(quote('x\u{E0041}y')).toBe('"x\\u{E0041}y"');
  expect(quote('half \uD83D')).toBe('"half \\u{D83D}"');
});

test('letters of every script and pictures stay as they are', () => {
  expect(quote('Bücher Привет 門 عرب 🚀')).toBe('"Bücher Привет 門 عرب 🚀"');
});

test('a long value is cut after 120 characters, and never within one', () => {
  expect(quote('a'.repeat(120))).toBe(`"${'a'.repeat(120)}"`);
  expect(quote('a'.repeat(121))).toBe(`"${'a'.repeat(120)}…"`);
  expect(quote('🚀'.repeat(1000))).toBe(`"${'🚀'.repeat(120)}…"`);
});

test('a URI shows neither user information nor a parameter whose name sounds like a secret', () => {
  expect(quoteUri('https://ann:pw@a.example/')).toBe('"https://••••@a.example/"');
  expect(quoteUri('https:\\\\ann:pw@a.example/')).toBe('"https:\\\\••••@a.example/"');
  expect(quoteUri('//ann:p@w@a.example/')).toBe('"//••••@a.example/"');
  expect(quoteUri(' https://ann:pw@a.example/')).toBe('" https://••••@a.example/"');
  expect(quoteUri('ht\ntps://ann:pw@a.example/')).toBe('"ht\\u{000A}tps://••••@a.example/"');
  expect(quoteUri('ann:pw@a.example/x@y#z')).toBe('"ann:••••@a.example/x@y#z"');
  expect(quoteUri('https://a.example/@ann?x=a@b')).toBe('"https://a.example/@ann?x=a@b"');
  expect(quoteUri('https://a.example/?x=1&client_secret=abc&y=2#access_token=abc')).toBe(
    '"https://a.example/?x=1&client_secret=••••&y=2#access_token=••••"',
  );
});

test('a secret at the end of a long URI is not uncovered by cutting it', () => {
  expect(quoteUri(`https://${'a'.repeat(115)}:pass@a.example/`)).toBe('"https://••••@a.example/"');
});

test('a very long URI is read in a moment, whatever it repeats', () => {
  for (const part of ['?secret', '&key=', '@', 'a:', '//', '\\', '?a@b', '#token']) {
    expect(quoteUri(`https:${part.repeat(50_000)}`).length).toBeLessThan(130);
  }
});

test('user information as long as a page is not uncovered by cutting the URI', () => {
  expect(quoteUri(`https://${'p'.repeat(100_000)}@a.example/`)).toBe('"https://••••@a.example/"');
});

test('a list names three and counts the rest', () => {
  expect(listOf(['a', 'b', 'c'])).toBe('a, b, c');
  expect(listOf(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});
