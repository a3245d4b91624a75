/** Keeps the secrets of one client out of every text that may be shown. */
export interface Redactor {
  /** Adds a token to the secrets; only the newest few are kept, older ones have expired. */
  add(token: string): void;
  /** The text with each known secret replaced by `••••`, in whatever case: a host name of a URL comes back in lower case. */
  redact(text: string): string;
}

export function createRedactor(apiKey: string | undefined): Redactor {
  let tokens: string[] = [];
  let pattern: RegExp | undefined;
  const update = (): void => {
    // The longest first: one may begin like another.
    const secrets = [...(apiKey === undefined ? [] : [apiKey]), ...tokens].toSorted(
      (a, b) => b.length - a.length,
    );
    const literal = secrets.map((secret) => secret.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    pattern = literal.length > 0 ? new RegExp(literal.join('|'), 'gi') : undefined;
  };
  update();
  return {
    add(token) {
      tokens = [...tokens.slice(-3), token];
      update();
    },
    redact: (text) => (pattern ? text.replaceAll(pattern, '••••') : text),
  };
}
