import fc from 'fast-check';

import type { Report } from '../src/report.ts';

/** Texts that try to be more than text: markup, formulas, terminal sequences, what XML or UTF-16 refuses. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...hostileParts()), { maxLength: 8 }).map((parts) => parts.join('')),
);

function hostileParts(): string[] {
  const markup =
    '| ` `` \\ [a](https://evil.example) ![a](b) <b> <!-- --> ]]> &amp; &#1; &#60; *a* ~~a~~ _a_ $a$ [^1] ](';
  const references =
    '@everyone #1 https://evil.example/a www.evil.example a@evil.example mailto:a@evil.example';
  const others = '=1+1 ＝1 + - {0} 漢字 word " \' , ; % %zz ../ / :// http:// C:\\x';
  const blanks = [' ', '\n', '\r\n', '\t', '1. ', '# ', '> ', '- ', '[ ] '];
  const controls = ['\0', '\u001B[31m', '\u202E', '\uFFFE', '\uD800'];
  return [markup, references, others].flatMap((list) => list.split(' ')).concat(blanks, controls);
}

const level = fc.constantFrom('error' as const, 'warning' as const, 'note' as const);
const count = fc.integer({ min: 1, max: 100_000 });

/** A report in which each text is made by `text`. */
export function arbitraryReport(text: fc.Arbitrary<string>): fc.Arbitrary<Report> {
  const place = fc.record(
    { file: text, line: count, column: count, pointer: text },
    { requiredKeys: ['file'] },
  );
  return fc.record({
    tool: fc.record({ name: text, version: text }),
    title: text,
    rules: fc.uniqueArray(
      fc.record(
        { id: text, title: text, level, help: text, source: fc.record({ title: text, url: urlOf(text) }) },
        { requiredKeys: ['id', 'title', 'level'] },
      ),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    checks: fc.array(
      fc.record(
        {
          id: text,
          title: text,
          group: text,
          outcome: fc.constantFrom(
            'passed' as const,
            'failed' as const,
            'not applicable' as const,
            'not run' as const,
          ),
          reason: text,
          durationMs: fc.nat(),
          place,
        },
        { requiredKeys: ['id', 'title', 'group', 'outcome'] },
      ),
      { maxLength: 4 },
    ),
    findings: fc.array(
      fc.record(
        {
          rule: text,
          level,
          subject: text,
          message: text,
          help: text,
          place,
          advisory: fc.constant(true as const),
          known: fc.record({ reason: text, expires: text }),
        },
        { requiredKeys: ['rule', 'level', 'subject', 'message'] },
      ),
      { maxLength: 4 },
    ),
    remarks: fc.array(text, { maxLength: 2 }),
  });
}

function urlOf(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    text,
    text.map((part) => `https://rules.example/${part}`),
  );
}
