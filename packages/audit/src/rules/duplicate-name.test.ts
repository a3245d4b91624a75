import { expect, test } from 'vitest';
import { comparison } from '../../test/check-rule.ts';
import { duplicateName } from './duplicate-name.ts';

test('two clients of one name are two findings, which refer to each other', () => {
  expect(comparison(duplicateName, 'Board', 'Other', 'board ')).toEqual([
    'a warning: The name "Board" is also that of the client c.',
    'c warning: The name "board " is also that of the client a.',
  ]);
});

test('of many clients of one name each finding names one other and counts the rest', () => {
  expect(comparison(duplicateName, 'Board', 'Board', 'Board', 'Board')).toEqual([
    'a warning: The name "Board" is also that of the client b and 2 more.',
    'b warning: The name "Board" is also that of the client a and 2 more.',
    'c warning: The name "Board" is also that of the client a and 2 more.',
    'd warning: The name "Board" is also that of the client a and 2 more.',
  ]);
});

test('clients without a name have none in common', () => {
  expect(comparison(duplicateName, null, null, '', '', ' ', undefined, 5, 5)).toEqual([]);
});

test('a name that is a word of JavaScript is a name like any other', () => {
  expect(comparison(duplicateName, 'constructor', '__proto__', 'toString')).toEqual([]);
  expect(comparison(duplicateName, '__proto__', '__proto__')).toHaveLength(2);
});
