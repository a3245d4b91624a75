import type { Config } from './options.ts';

/** The server of a DocSpace client: the options, and what must not be shown of it. */
export interface Server extends Config {
  /** Replaces the API key and the tokens in a text. */
  readonly redact: (text: string) => string;
}
