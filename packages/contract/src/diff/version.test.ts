import { UsageError } from '@docspace-oauth/terminal/usage-error';
import { expect, test } from 'vitest';
import type { Bump } from './version.ts';
import { checkVersion, isEnough, nextVersion } from './version.ts';

test.each<[base: string, bump: Bump, next: string]>([
  ['0.1.0', 'none', '0.1.0'],
  ['0.1.0', 'compatible', '0.1.1'],
  ['0.1.9', 'breaking', '0.2.0'],
  ['1.2.3', 'none', '1.2.3'],
  ['1.2.3', 'compatible', '1.3.0'],
  ['1.2.3', 'breaking', '2.0.0'],
  ['2.0.0-rc.1', 'breaking', '2.0.0'],
])('after %s a change that is %s asks for %s', (base, bump, next) => {
  expect(nextVersion(base, bump)).toBe(next);
});

test.each([
  ['0.2.0', '0.2.0', true],
  ['0.1.9', '0.2.0', false],
  ['1.0.0', '0.2.0', true],
  ['2.0.0-rc.1', '2.0.0', true],
  ['1.9.9', '2.0.0', false],
])('%s where %s is needed: %s', (version, needed, enough) => {
  expect(isEnough(version, needed)).toBe(enough);
});

test.each(['', '1.2', 'v', '1.2.3.4', undefined, 1])('%j is no version', (version) => {
  expect(() => checkVersion(version, 'main')).toThrow(UsageError);
});
