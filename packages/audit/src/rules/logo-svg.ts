import { logoType } from '../logo.ts';
import type { ClientRule } from '../rule.ts';

export const logoSvg: ClientRule = {
  id: 'logo-svg',
  title: 'A logo is a bitmap, not SVG',
  level: 'note',
  why: 'SVG can hold scripts and load other files, and runs them wherever a page shows it in another way than as an image. A portal accepts it, so it is a note.',
  help: 'Use a PNG. Where you show logos yourself, use <img>, which runs no scripts.',
  source: {
    title: 'SVG 2, secure static mode',
    url: 'https://www.w3.org/TR/SVG2/conform.html#secure-static-mode',
  },
  *check({ logo }) {
    if (logo !== undefined && logoType(logo)?.startsWith('image/svg'))
      yield { message: 'The logo is an SVG image.' };
  },
};
