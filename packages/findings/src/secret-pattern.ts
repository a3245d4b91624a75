/** A shorter one would match ordinary words, and neither a portal's key nor its client secret is that short. */
const SHORTEST = 8;

/**
 * Matches secrets wherever they stand in a text, also percent-encoded, JSON-escaped, XML-escaped or in
 * base64; undefined if there is nothing to look for.
 */
export function secretPattern(secrets: Iterable<string>): RegExp | undefined {
  const found = [...new Set(Array.from(secrets, (secret) => secret.trim()))]
    .filter((secret) => secret.length >= SHORTEST)
    // A secret that begins with another one is masked whole.
    .toSorted((a, b) => b.length - a.length);
  if (found.length === 0) return undefined;
  const forms = found.flatMap((secret) => [secret, ...base64Forms(secret)]);
  return new RegExp(forms.map(encodedForms).join('|'), 'gu');
}

/**
 * What base64 makes of a secret that stands anywhere in a longer text, such as after the name in HTTP's
 * Basic authentication. Three bytes become four characters, so that there are three forms. Characters at the
 * ends that also depend on the neighbours are left out.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const form = text.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + bytes.length) * 4) / 3));
    const urlForm = form.replaceAll('+', '-').replaceAll('/', '_');
    return urlForm === form ? [form] : [form, urlForm];
  });
}

/** Each character in clear, or in any of its encodings, one or several times over. */
function encodedForms(text: string): string {
  return Array.from(text, (character) => `(?:${formsOf(character).join('|')})`).join('');
}

const jsonEscapes = new Map([
  ['"', '"'],
  ['\\', '\\\\'],
  ['/', '/'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
  ['\b', 'b'],
  ['\f', 'f'],
]);

const xmlNames = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

function formsOf(character: string): string[] {
  const code = character.codePointAt(0) ?? 0;
  const percent = Array.from(Buffer.from(character), (byte) => `%(?:25)*${hex(byte, 2)}`).join('');
  const unicode = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\\\+u${hex(unit, 4)}`)
    .join('');
  // The longer forms first, since a backslash or an ampersand in clear also begins one.
  const forms = [percent, unicode];
  const json = jsonEscapes.get(character);
  if (json !== undefined) forms.push(`\\\\+${json}`);
  if (/\W/u.test(character)) {
    const name = xmlNames.get(character);
    forms.push(`&(?:amp;)*(?:#0*${code}|#x0*${hex(code, 1)}${name === undefined ? '' : `|${name}`});`);
  }
  if (character === ' ') forms.push('\\+');
  return [...forms, escapeForPattern(character)];
}

/** A number in hexadecimal digits of either case. */
function hex(value: number, digits: number): string {
  return value
    .toString(16)
    .padStart(digits, '0')
    .replaceAll(/[a-f]/gu, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function escapeForPattern(character: string): string {
  return /[$()*+./?[\\\]^{|}]/u.test(character) ? `\\${character}` : character;
}
