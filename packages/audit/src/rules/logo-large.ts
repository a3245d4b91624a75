import { logoSize } from '../logo.ts';
import type { ClientRule } from '../rule.ts';
import { registeringAnApp } from '../source.ts';

/** Ten times what a generous icon of 32 x 32 pixels needs. A portal accepts up to 256,000. */
const limit = 100_000;

export const logoLarge: ClientRule = {
  id: 'logo-large',
  title: 'A logo is not larger than 100,000 bytes',
  level: 'note',
  why: 'Every list of clients carries every logo in full: 50 of the largest make a page of 17 MB. It is slow and not dangerous, so a note.',
  help: 'Use an icon of 32 x 32 pixels.',
  source: registeringAnApp,
  *check({ logo }) {
    const size = logo === undefined ? undefined : logoSize(logo);
    if (size !== undefined && size > limit) yield { message: `The logo has ${size} bytes.` };
  },
};
