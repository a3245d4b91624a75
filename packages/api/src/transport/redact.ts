/** Keeps secrets out of every text that may be shown. */
export interface Redactor {
  /** Adds a secret that expires. Only the newest few are kept: older ones have expired. */
  add: (secret: string) => void;
  /**
   * The text with each known secret replaced by `••••`, escaped or not, in upper or lower case: the host name of a URL comes back in lower
   * case.
   */
  redact: (text: string) => string;
}

export function createRedactor(lasting: string | undefined): Redactor {
  let expiring: string[] = [];
  return {
    add(secret) {
      expiring = [...expiring.slice(-3), secret];
    },
    redact(text) {
      const secrets = lasting ? [...expiring, lasting] : expiring;
      // The longest first: one secret may begin like another. In a URL, a secret may be escaped.
      const forms = [...secrets, ...secrets.map(encodeURIComponent)];
      const longestFirst = forms.toSorted((a, b) => b.length - a.length);
      const literal = longestFirst.map((secret) => secret.replaceAll(/\W/g, String.raw`\$&`)).join('|');
      return literal ? text.replaceAll(new RegExp(literal, 'gi'), '••••') : text;
    },
  };
}
