import { expect, test } from 'vitest';
import type { OpenApiDocument, Response } from '../src/document.ts';
import { keysOf, toPointer, valueAt } from '../src/pointer.ts';
import { locate, resolve } from '../src/reference.ts';

const document = {
  openapi: '3.1.0',
  info: { title: 'References', version: '1.0.0' },
  paths: {},
  components: {
    responses: {
      Good: { description: 'The response itself.' },
      Alias: { $ref: '#/components/responses/Good' },
      Circle: { $ref: '#/components/responses/Back' },
      Back: { $ref: '#/components/responses/Circle' },
    },
  },
} as unknown as OpenApiDocument;

test('a pointer escapes slashes and tildes, and finds what it points at', () => {
  const pointer = toPointer('a/b', 'c~d', 0);
  expect(pointer).toBe('/a~1b/c~0d/0');
  expect(keysOf(pointer)).toEqual(['a/b', 'c~d', '0']);
  expect(valueAt({ 'a/b': { 'c~d': ['x'] } }, pointer)).toBe('x');
  expect(valueAt({}, '/toString')).toBeUndefined();
  expect(valueAt(document, '')).toBe(document);
});

test('a reference is followed to the value, over other references too', () => {
  const good = document.components?.responses?.['Good'];
  expect(resolve<Response>(document, { $ref: '#/components/responses/Alias' })).toBe(good);
  expect(locate(document, '/components/responses/Alias')).toBe('/components/responses/Good');
  expect(locate(document, '/components/responses/Good')).toBe('/components/responses/Good');
});

test('a reference that points at nothing or back to itself is an error', () => {
  expect(() => resolve(document, { $ref: '#/components/responses/None' })).toThrow('points at nothing');
  expect(() => resolve(document, { $ref: '#/components/responses/Circle' })).toThrow('back to itself');
});
