/**
 * Control characters, line breaks, and those that turn the direction of what follows them or that cannot be seen: with them
 * a name could look like another one.
 */
const deceptive = /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Text from a server with every character that could deceive a reader replaced by one that can be seen. */
export function visibleText(text: string): string {
  return text.toWellFormed().replaceAll(deceptive, '\uFFFD');
}
