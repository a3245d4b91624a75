/** The form in which two names are the same name: case, white space around it and ways to write an accent do not count. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
