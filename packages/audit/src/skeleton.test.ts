import { expect, test } from 'vitest';
import { skeleton } from './skeleton.ts';

test.each([
  ['paypal', 'раураl'],
  ['scope', 'ѕсоре'],
  ['Circle', 'Cirсle'],
  ['l0ve', '1ove'],
  ['modern', 'rnodern'],
  ['Ａｃｍｅ', 'Acme'],
  ['file', 'ﬁle'],
  ['Acme', 'A\u200Dc\u00ADm\uFE0Fe'],
  ['é', 'e\u0301'],
])('%j and %j look the same', (one, other) => {
  expect(skeleton(other)).toBe(skeleton(one));
});

test.each([
  ['Acme', 'Acne'],
  ['Café', 'Cafe'],
  ['Sync 2', 'Sync 3'],
  ['Портал', 'Portal'],
  ['文書', '文件'],
])('%j and %j do not', (one, other) => {
  expect(skeleton(other)).not.toBe(skeleton(one));
});
