/** Keeps the secrets of one client out of every text that may be shown. */
export interface Redactor {
  /** Adds a token to the secrets; only the newest few are kept, older ones have expired. */
  add: (token: string) => void;
  /** The text with each known secret replaced by `••••`, in whatever case: a host name of a URL comes back in lower case. */
  redact: (text: string) => string;
}

export function createRedactor(apiKey: string | undefined): Redactor {
  let tokens: string[] = [];
  return {
    add: (token) => (tokens = [...tokens.slice(-3), token]),
    redact(text) {
      const secrets = apiKey ? [...tokens, apiKey] : tokens;
      // The longest first: one may begin like another.
      const longestFirst = secrets.toSorted((a, b) => b.length - a.length);
      const literal = longestFirst.map((secret) => secret.replaceAll(/\W/g, String.raw`\$&`)).join('|');
      return literal ? text.replaceAll(new RegExp(literal, 'gi'), '••••') : text;
    },
  };
}
