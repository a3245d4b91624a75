/** How serious a finding is, in the words of SARIF. */
export type Level = 'error' | 'warning' | 'note';

/** Where a finding can be mended: a place in a file, or in a document. */
export interface Place {
  /** Relative to the folder that the report is for, with `/` between folders. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** A JSON pointer into the document that `file` holds. */
  readonly pointer?: string;
}

/** What was looked for. */
export interface Rule {
  /** Stable, in kebab-case: people name it in a list of known deviations. */
  readonly id: string;
  /** One line: what the rule asks for. */
  readonly title: string;
  readonly level: Level;
  /** What to do when it is broken. */
  readonly help?: string;
  /** Where the rule comes from, such as the section of an RFC. */
  readonly source?: { readonly title: string; readonly url: string };
}

/** One thing that a rule has found. */
export interface Finding {
  /** The id of its rule. */
  readonly rule: string;
  readonly level: Level;
  /** What it concerns, under a name that stays the same from run to run: a client's id, a case's id, an operation and a status. */
  readonly subject: string;
  /** What was found, in a sentence. */
  readonly message: string;
  /** What to do about this one, where the rule's help is too general. */
  readonly help?: string;
  readonly place?: Place;
  /** Shown, but never fails a run, whatever its level. */
  readonly advisory?: true;
  /** Why it is accepted until a day, by a list of known deviations: it is shown and does not fail a run. */
  readonly known?: { readonly reason: string; readonly expires: string };
}

export type Outcome = 'passed' | 'failed' | 'not applicable' | 'not run';

/** One thing that was checked, whatever came of it. */
export interface Check {
  /** Also the subject of its findings; no two checks of a report have the same. */
  readonly id: string;
  readonly title: string;
  /** The heading under which reports list it, such as the name of a server. */
  readonly group: string;
  readonly outcome: Outcome;
  /** Why it is not applicable or was not run; absent otherwise. */
  readonly reason?: string;
  readonly durationMs?: number;
  readonly place?: Place;
}

/** The result of one run of a tool. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** One line: what was checked, without anything secret. */
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Sentences that belong to the result but are no findings, such as what was left out and why. */
  readonly remarks: readonly string[];
}
