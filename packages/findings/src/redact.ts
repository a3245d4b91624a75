import { clean } from '@docspace-oauth/terminal/text';

import type { Report } from './report.ts';
import { secretPattern } from './secret-pattern.ts';

const mask = '••••';

/** Closed sets of words, on which the formats decide. */
const words = new Set(['level', 'outcome']);

/**
 * A copy of a report in which no text contains a secret of the run, in clear or encoded. It is the last
 * line of defence: whoever makes a report leaves secrets out in the first place.
 *
 * The same text is masked in the same way everywhere, so that a finding still names its rule and its check.
 */
export function redactReport(report: Report, secrets: Iterable<string>): Report {
  const pattern = secretPattern(secrets);
  return pattern ? (redactValue(report, pattern) as Report) : report;
}

function redactValue(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return redactText(value, pattern);
  if (Array.isArray(value)) return value.map((item: unknown) => redactValue(item, pattern));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name,
      words.has(name) ? field : redactValue(field, pattern),
    ]),
  );
}

function redactText(text: string, pattern: RegExp): string {
  const masked = text.replaceAll(pattern, mask);
  // A terminal sequence in the middle of a secret hides it until a format takes the sequence out.
  const shown = clean(masked);
  const maskedAgain = shown.replaceAll(pattern, mask);
  return maskedAgain === shown ? masked : maskedAgain;
}
