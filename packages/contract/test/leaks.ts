/**
 * What of a run nobody may read in a text that leaves it: where secrets are, in any encoding, and where tokens are. A report
 * may have a backslash before each hyphen, or have broken a long word at the end of a line.
 */
export function leaksIn(text: string, secrets: Iterable<string>): string[] {
  const unescaped = text.replaceAll(/\\(?=[!-/:-@[-`{-~])|\u200B/gu, '');
  const texts = [text, unescaped, unescaped.replaceAll(/\s+/gu, '')];
  const found = [...secrets].flatMap((secret, index) =>
    formsOf(secret)
      .filter((form) => texts.some((one) => one.includes(form)))
      .map((_, form) => `secret ${index} in form ${form}`),
  );
  // A token says who somebody is, whether this run had it or not.
  const tokens = [...text.matchAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/gu)].map(({ index }) => `a token at ${index}`);
  return [...found, ...tokens];
}

function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replaceAll('=', '');
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64];
}
