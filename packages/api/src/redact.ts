/** Keeps the secrets of one client out of every text that may be shown. */
export interface Redactor {
  /** Adds a token to the secrets; only the newest few are kept, older ones have expired. */
  add(token: string): void;
  /** The text with each known secret replaced by `••••`. */
  redact(text: string): string;
}

export function createRedactor(apiKey: string | undefined): Redactor {
  let tokens: string[] = [];
  return {
    add(token) {
      tokens = [...tokens.slice(-3), token];
    },
    redact: (text) =>
      [apiKey, ...tokens].reduce<string>((shown, secret) => (secret ? shown.replaceAll(secret, '••••') : shown), text),
  };
}
