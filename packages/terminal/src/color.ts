import { styleText } from 'node:util';

import type { Environment } from './environment.ts';

type Format = Parameters<typeof styleText>[0];

/** Gives a text a colour or weight, or leaves it plain. */
export type Paint = (format: Format, text: string) => string;

/** Colours only where the output is a terminal, and never where NO_COLOR is set and not empty (no-color.org). */
export function createPaint(output: { readonly isTTY?: boolean }, { NO_COLOR }: Environment): Paint {
  if (!output.isTTY || NO_COLOR) return (_, text) => text;
  // The decision is made above: styleText would look at this process's own stdout.
  return (format, text) => styleText(format, text, { validateStream: false });
}
