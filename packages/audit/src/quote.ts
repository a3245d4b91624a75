/** Characters that a reader cannot see or that change how the rest is shown: control, format, bidi, ignorable, lone surrogates. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const mask = '••••';
const longest = 120;

/** Makes each invisible character visible, as `\u{200B}`. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16).toUpperCase().padStart(4, '0')}}`;
  });
}

/** A value of a client as a part of a message: in quotes, on one line, harmless to print, and not too long. */
export function quote(text: string): string {
  // Cut before it is split into characters, because a value may be very long.
  const characters = Array.from(text.slice(0, longest * 3));
  const cut = characters.length > longest || text.length > longest * 3;
  return `"${visible(characters.slice(0, longest).join(''))}${cut ? '…' : ''}"`;
}

/** The same for a URI, without what may be secret: its user information, and parameters whose name sounds like a secret. */
export function quoteUri(text: string): string {
  return quote(withoutParameters(text.replace(userInformation, `$1${mask}@`)));
}

/** What stands before an @ in the first part of a URI, whatever is wrong with the URI: rather too much than too little. */
const userInformation = /^([^/\\?#@]*[/\\]+|[a-z][a-z0-9+.-]*:)?[^/\\?#]*@/iu;

const secretName = /secret|token|passw|pwd|key|code|sig/iu;

function withoutParameters(uri: string): string {
  return uri.replace(/([?&#;])([^?&#;=]*)=[^&#;]*/gu, (all, mark: string, name: string) =>
    secretName.test(name) ? `${mark}${name}=${mask}` : all,
  );
}

/** A list for a sentence: the first few, and how many more. */
export function listOf(parts: readonly string[], most = 3): string {
  if (parts.length <= most) return parts.join(', ');
  return `${parts.slice(0, most).join(', ')} and ${parts.length - most} more`;
}
