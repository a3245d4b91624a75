/** An option, as parsing, help and completion know it. The first lines are those of `parseArgs` of node:util. */
export interface OptionDescription {
  readonly type: 'boolean' | 'string';
  readonly multiple?: boolean;
  readonly short?: string;
  /** What help calls the value. */
  readonly value?: string;
  readonly help: string;
  /** The values that there are, if there are no others. */
  readonly choices?: readonly string[];
  /** What the shell offers where there is no fixed list. */
  readonly completes?: 'file' | readonly string[];
}

export interface ArgumentsDescription {
  /** As the line of usage shows them. */
  readonly usage: string;
  readonly least: number;
  readonly most: number;
  /** What is wrong if there are fewer or more, and what to do. */
  readonly wrong: string;
  readonly hint?: string;
  readonly completes?: 'file' | readonly string[];
}

export interface Example {
  readonly command: string;
  readonly what: string;
}

/** Everything about a command that is said to people, shells and the parser: said here, once. */
export interface CommandDescription {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Paragraphs of help beneath the options. */
  readonly details?: readonly string[];
  readonly arguments?: ArgumentsDescription;
  readonly options: Readonly<Record<string, OptionDescription>>;
  readonly examples: readonly Example[];
  /** What each exit code means. */
  readonly exitCodes: Readonly<Partial<Record<0 | 1 | 2, string>>>;
  /** Whether it asks a portal, so that help tells about its settings. */
  readonly asksPortal: boolean;
  /** The exit code of a call that fails. @default 1 */
  readonly failedCall?: 1 | 2;
}
