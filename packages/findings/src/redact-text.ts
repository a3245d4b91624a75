import { clean } from '@docspace-oauth/terminal/text';

import { createPhrases, SHORTEST_PHRASE } from './phrases.ts';

const mask = '••••';

/** Takes the secrets out of a text. */
export type RedactText = (text: string) => string;

/**
 * Finds secrets in clear and in base64 and masks just them. One that is percent-encoded, JSON-escaped or
 * XML-escaped costs the whole word in which it stands. Undefined if there is nothing to look for: a shorter
 * secret would match ordinary words, and neither a portal's key nor its client secret is that short.
 */
export function createRedactText(secrets: Iterable<string>): RedactText | undefined {
  const forms = Array.from(secrets, (secret) => secret.trim())
    .filter((secret) => secret.length >= SHORTEST_PHRASE)
    .flatMap((secret) => [secret, ...base64Forms(secret)]);
  if (forms.length === 0) return undefined;
  const clear = createPhrases(forms);
  const loose = createPhrases(forms.map(loosen));
  const isHidden = (text: string): boolean =>
    /[%&+\\]/u.test(text) && decodings(text).some((decoded) => loose.isIn(decoded));
  const redact = (text: string): string => {
    const masked = clear.replaceIn(text, mask);
    if (!isHidden(masked)) return masked;
    const words = masked.replaceAll(/\S+/gu, (word) => (isHidden(word) ? mask : word));
    return isHidden(words) ? mask : words;
  };
  return (text) => {
    const redacted = redact(text);
    // A terminal sequence in the middle of a secret hides it until a format takes the sequence out.
    const shown = clean(redacted);
    if (shown === redacted) return redacted;
    const redactedAgain = redact(shown);
    return redactedAgain === shown ? redacted : redactedAgain;
  };
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

/** More than any honest text has. */
const MOST_DECODINGS = 50;

/**
 * A text after each number and order of decodings: it may be encoded in layers, such as a URL in JSON in a
 * URL, and a secret may itself look encoded.
 */
function decodings(text: string): string[] {
  const found = new Set([text]);
  for (const current of found) {
    for (const decode of decoders) found.add(decode(current));
    if (found.size >= MOST_DECODINGS) break;
  }
  return Array.from(found, loosen);
}

/** A blank is a plus sign in a form, and JSON puts backslashes in front of some characters. */
function loosen(text: string): string {
  return text.replaceAll('+', ' ').replaceAll('\\', '');
}

const decoders: readonly ((text: string) => string)[] = [decodePercent, decodeUnicode, decodeXml];

function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/giu, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
}

function decodeUnicode(text: string): string {
  return text.replaceAll(/\\+u([\da-f]{4})/giu, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

const xmlNames: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeXml(text: string): string {
  return text
    .replaceAll(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => xmlNames[name] ?? '')
    .replaceAll(/&#(?:x0*([\da-f]{1,6})|0*(\d{1,7}));/giu, (reference, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : reference;
    });
}
