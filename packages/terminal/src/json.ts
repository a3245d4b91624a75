/** What JSON.stringify takes to change values on the way. */
type Replacer = (key: string, value: unknown) => unknown;

/** JSON in which every character that a terminal might obey is escaped; it parses to the same value. */
export function terminalJson(data: unknown, replacer?: Replacer): string {
  return escaped(JSON.stringify(data, replacer, 2));
}

/** The same on one line. */
export function terminalJsonLine(data: unknown): string {
  return escaped(JSON.stringify(data));
}

function escaped(json: string): string {
  return json.replaceAll(
    /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
