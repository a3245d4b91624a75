import { expect, test } from 'vitest';
import { comparison } from '../../test/check-rule.ts';
import { lookAlikeName } from './look-alike-name.ts';

test('letters of another script are an error for both clients, with the number of the character', () => {
  expect(comparison(lookAlikeName, 'Board', 'Other', 'Вoard')).toEqual([
    'a error: The name "Board" looks like "Вoard" (with U+0412) of the client c.',
    'c error: The name "Вoard" (with U+0412) looks like "Board" of the client a.',
  ]);
});

test('plain letters and digits that look alike are a warning', () => {
  expect(comparison(lookAlikeName, 'Portal', 'Porta1')).toEqual([
    'a warning: The name "Portal" looks like "Porta1" of the client b.',
    'b warning: The name "Porta1" looks like "Portal" of the client a.',
  ]);
});

test('an invisible character is an error, and the finding makes it visible', () => {
  expect(comparison(lookAlikeName, 'Board', 'Bo\u200Bard')).toEqual([
    'a error: The name "Board" looks like "Bo\\u{200B}ard" (with U+200B) of the client b.',
    'b error: The name "Bo\\u{200B}ard" (with U+200B) looks like "Board" of the client a.',
  ]);
});

test('the same name, however it is written, is none: that is a duplicate', () => {
  expect(comparison(lookAlikeName, 'Board', 'BOARD', ' board')).toEqual([]);
  expect(comparison(lookAlikeName, 'Café', 'Cafe\u0301')).toEqual([]);
});

test('among many of one name, one imitation refers to the first and all others to the imitation', () => {
  const found = comparison(lookAlikeName, 'Board', 'Board', 'Вoard', 'Board');
  expect(found.map((line) => line.replace(/: .* client /, ' -> '))).toEqual([
    'a error -> c.',
    'b error -> c.',
    'c error -> a.',
    'd error -> c.',
  ]);
});

test('clients without a name look like nothing', () => {
  expect(comparison(lookAlikeName, null, '', ' ', undefined)).toEqual([]);
});
