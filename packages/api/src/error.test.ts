import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { DocSpaceError, isDocSpaceError } from './error.ts';

const error = new DocSpaceError('No.', {
  code: 'not_found',
  status: 404,
  attempts: 2,
  cause: new Error('why'),
});

describe('DocSpaceError', () => {
  test('is an Error with a name, a code and a cause', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'DocSpaceError',
      message: 'No.',
      code: 'not_found',
      status: 404,
      attempts: 2,
    });
    expect((error.cause as Error).message).toBe('why');
  });

  test('its JSON has the facts, without stack and cause', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'DocSpaceError',
      message: 'No.',
      code: 'not_found',
      status: 404,
      attempts: 2,
    });
  });

  test('its message is cut at 500 characters', () => {
    expect(new DocSpaceError('x'.repeat(9999), { code: 'network' }).message).toHaveLength(500);
  });

  test('isDocSpaceError recognizes errors of other realms and copies, and nothing else', () => {
    expect(isDocSpaceError(error)).toBe(true);
    const foreign: unknown = runInNewContext(
      `Object.defineProperty(new Error('x'), Symbol.for('@docspace-oauth/api/DocSpaceError'), { value: true })`,
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isDocSpaceError(foreign)).toBe(true);
    for (const other of [new Error('x'), null, undefined, 'x', {}, { name: 'DocSpaceError' }]) {
      expect(isDocSpaceError(other)).toBe(false);
    }
  });
});
