import { createRedactText, type RedactText } from './redact-text.ts';
import type { Report } from './report.ts';

/** Closed sets of words, on which the formats decide. */
const words = new Set(['level', 'outcome']);

/**
 * A copy of a report in which no text contains a secret of the run, in clear or encoded. It is the last
 * line of defence: whoever makes a report leaves secrets out in the first place.
 *
 * The same text is masked in the same way everywhere, so that a finding still names its rule and its check.
 */
export function redactReport(report: Report, secrets: Iterable<string>): Report {
  const redactText = createRedactText(secrets);
  return redactText ? (redactValue(report, redactText) as Report) : report;
}

function redactValue(value: unknown, redactText: RedactText): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map((item: unknown) => redactValue(item, redactText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name,
      words.has(name) ? field : redactValue(field, redactText),
    ]),
  );
}
