import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { logoSvg } from './logo-svg.ts';

test.each([
  'data:image/svg+xml;base64,PHN2Zy8+',
  'DATA:image/SVG+xml,<svg/>',
  'https://a.example/logo.SVG#x',
  '/logo.svgz',
])('%s is a finding', (logo) => {
  expect(messages(logoSvg, { logo })).toEqual(['The logo is an SVG image.']);
});

test.each(['data:image/png;base64,svg+xml', 'https://a.example/logo.svg.png', null, 'null', '', 5])(
  '%j is none',
  (logo) => {
    expect(messages(logoSvg, { logo })).toEqual([]);
  },
);
