import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { arbitraryReport } from '../test/arbitrary-report.ts';
import { sampleReport } from '../test/sample-report.ts';
import { formatNames, formatReport, type FormatName } from './formats.ts';
import { redactReport } from './redact.ts';
import type { Report } from './report.ts';

function charactersOf(text: string): fc.Arbitrary<string> {
  return fc.constantFrom(...Array.from(text));
}

/** The kinds of secrets that a run knows, and others that are harder to find. */
const secret = fc.oneof(
  fc
    .string({ unit: charactersOf('0123456789abcdef'), minLength: 64, maxLength: 64 })
    .map((hex) => `sk-${hex}`),
  fc.string({ unit: charactersOf('0Aa1Bb2Cc3Zz'), minLength: 36, maxLength: 36 }),
  fc.uint8Array({ minLength: 60, maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  fc
    .tuple(fc.uint8Array({ minLength: 30, maxLength: 30 }), fc.uint8Array({ minLength: 32, maxLength: 32 }))
    .map(([claims, signature]) => {
      const [head, body, tail] = ['{"alg":"HS256"}', claims, signature].map((part) =>
        Buffer.from(part).toString('base64url'),
      );
      return `${head}.${body}.${tail}`;
    }),
  fc.string({
    unit: charactersOf('aZ0 \\"\'/&<>%+=|`*_-éß漢🔑;,()[]{}'),
    minLength: 12,
    maxLength: 40,
  }),
);

const encodings: Readonly<Record<string, (secret: string) => string>> = {
  clear: (text) => text,
  'percent-encoded': encodeURIComponent,
  'percent-encoded in small letters': (text) =>
    encodeURIComponent(text).replaceAll(/%../gu, (code) => code.toLowerCase()),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'percent-encoded throughout': (text) =>
    Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'form-encoded': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'JSON-escaped': (text) => JSON.stringify(text).slice(1, -1),
  'JSON-escaped twice': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'JSON-escaped throughout': (text) =>
    Array.from(
      { length: text.length },
      (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  'XML-escaped': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
};

/** What each alignment of base64 keeps of a secret, without the characters that depend on its neighbours. */
function base64Cores(text: string, encoding: 'base64' | 'base64url'): string[] {
  return ['', 'u', 'us'].map((before) => {
    const whole = Buffer.from(`${before}${text}`).toString(encoding).replaceAll('=', '');
    return whole.slice(before.length === 0 ? 0 : before.length + 1, -1);
  });
}

/** What must not be in an output. */
function traces(text: string): string[] {
  return [
    ...Object.values(encodings).map((encode) => encode(text)),
    ...base64Cores(text, 'base64'),
    ...base64Cores(text, 'base64url'),
  ];
}

interface Planted {
  readonly known: string;
  readonly report: Report;
}

/** A report whose every text holds the secret, in one of its forms and in the middle of something else. */
const planted: fc.Arbitrary<Planted> = secret
  .filter((text) => text.trim().length >= 12)
  .chain((text) => {
    const known = text.trim();
    const around = fc.string({ unit: charactersOf('ab .:/?=&"'), maxLength: 6 });
    const form = fc.oneof(
      fc.constantFrom(...Object.values(encodings)).map((encode) => encode(known)),
      fc
        .tuple(
          fc.constantFrom('', 'u', 'us', 'use', 'user:'),
          fc.constantFrom('base64' as const, 'base64url' as const),
        )
        .map(([before, encoding]) => Buffer.from(`${before}${known}:x`).toString(encoding)),
      // A terminal sequence that a format takes out.
      fc.constant(`${known.slice(0, 5)}\u001B[31m${known.slice(5)}`),
    );
    const field = fc.tuple(around, form, around).map((parts) => parts.join(''));
    return arbitraryReport(field).map((report) => ({ known, report }));
  });

async function leaks(name: FormatName, report: Report, known: string, secrets: string[]): Promise<string[]> {
  const text = await formatReport(name, report, { failOn: 'error', secrets });
  // What Markdown shows to a reader.
  const shown = text.replaceAll(/\\(?=[!-/:-@[-`{-~])|\u200B/gu, '');
  return traces(known).filter((trace) => text.includes(trace) || shown.includes(trace));
}

describe.each(formatNames)('the format %s', (name) => {
  test('holds no secret, whatever field it stands in and however it is encoded', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async ({ known, report }) => {
        expect(await leaks(name, report, known, ['sk-another-secret', ` ${known}\n`])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('planted fault: without redaction this test finds the secret', async () => {
    const title = 'The key is sk-0123456789abcdef.';
    const report = {
      ...sampleReport,
      title,
      findings: sampleReport.findings.map((finding) => ({
        ...finding,
        message: title,
        level: 'error' as const,
      })),
    };
    expect(await leaks(name, report, 'sk-0123456789abcdef', [])).not.toEqual([]);
    expect(await leaks(name, report, 'sk-0123456789abcdef', ['sk-0123456789abcdef'])).toEqual([]);
  });
});

test('a finding still names its rule and its check', () => {
  const key = 'sk-0123456789abcdef';
  const { rules, checks, findings } = redactReport(
    {
      ...sampleReport,
      rules: [{ id: `rule-${key}`, title: 't', level: 'error' }],
      checks: [{ id: `a?key=${key}`, title: 't', group: 'g', outcome: 'failed' }],
      findings: [{ rule: `rule-${key}`, level: 'error', subject: `a?key=${key}`, message: 'm' }],
    },
    [key],
  );
  expect(findings[0]).toMatchObject({ rule: rules[0]?.id, subject: checks[0]?.id });
  expect(rules[0]?.id).toBe('rule-••••');
});

test('levels and outcomes stay, whatever the secret', () => {
  expect(redactReport(sampleReport, ['not applicable', 'warning!'])).toEqual(sampleReport);
});

test('a secret of less than 8 characters is no portal’s and masks nothing', () => {
  expect(redactReport(sampleReport, ['mock', '', '       a'])).toBe(sampleReport);
});

test('of two secrets, one of which begins with the other, both are masked whole', () => {
  const { title } = redactReport({ ...sampleReport, title: 'a-secret-1 a-secret-1-longer' }, [
    'a-secret-1',
    'a-secret-1-longer',
  ]);
  expect(title).toBe('•••• ••••');
});
