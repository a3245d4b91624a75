import fc from 'fast-check';
import type { Nodes, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';

import { arbitraryReport, hostileText } from '../../test/arbitrary-report.ts';
import { render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import type { Finding, Report } from '../report.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

/** The text that a reader sees. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** What a code host would turn into a link or a notification, in text that is no code. */
const reference = /[@#!]\w|:\/\/|www\./iu;

function referencesOf(root: Root): string[] {
  return nodesOf(root).flatMap((node) =>
    node.type === 'text' && reference.test(node.value) ? [node.value] : [],
  );
}

/** The kinds of nodes that the format itself makes; `link` only for the source of a rule. */
const own = new Set(
  'root heading paragraph text strong inlineCode link table tableRow tableCell list listItem'.split(' '),
);

/** What a report has brought in beyond text. */
function injected(root: Root): string[] {
  return nodesOf(root).flatMap((node) => {
    if (node.type === 'link') {
      return /^https?:\/\/(?:rules\.example|spec\.openapis\.org)\//u.test(node.url) ? [] : [node.url];
    }
    return own.has(node.type) ? [] : [node.type];
  });
}

test('the sample', async () => {
  expect((await render('markdown', sampleReport)).replaceAll('\u200B', ''))
    .toBe(String.raw`## The contract of http\://127\.0\.0\.1\:4010

**1 violation**: 1 error, 1 note, 1 known deviation; checks: 1 passed, 2 failed, 1 not applicable, 1 not run.

| Level | Rule | Subject | Found | Where |
| - | - | - | - | - |
| error | ${'`'}undeclared-status${'`'} | ${'`'}mock/limit-51${'`'} | GET /clients answered 500, which is not declared\. | ${'`'}cases/list.yaml:12:3${'`'} |
| note | ${'`'}undeclared-field${'`'} | ${'`'}mock/limit-51${'`'} | A minor thing\. | |

**What to do**

- ${'`'}undeclared-status${'`'}: Declare it in the contract, or mend the server\. ([OpenAPI 3\.1, Responses](<https://spec.openapis.org/oas/v3.1.0#responses-object>))
- ${'`'}undeclared-field${'`'}: Look\.

| Checks | passed | failed | not applicable | not run |
| - | - | - | - | - |
| mock | 1 | 2 | 1 | 0 |
| prism | 0 | 0 | 0 | 1 |

| Known deviation | Subject | Until | Reason |
| - | - | - | - |
| ${'`'}undeclared-field${'`'} | ${'`'}mock/drift${'`'} | 2027\-03\-31 | The portal of 3\.8 has it\. |

**Without a result**

- not applicable: ${'`'}mock/guest${'`'}, because no guest key is given
- not run: ${'`'}prism/list${'`'}, because it needs Node 24\.18

**Remarks**

- Only the mock was asked\.

docspace\-contract 0\.1\.0
`);
});

test.each([
  ['passed' as const, '**No violations**: no findings; checks: 1 passed.'],
  ['not run' as const, '**Nothing was checked**: no findings; checks: 1 not run.'],
  ['failed' as const, '**1 violation**: no findings; checks: 1 failed.'],
])('a report on one check that is %s begins with its result', async (outcome, line) => {
  const checks = [{ id: 'a', title: 'a', group: 'g', outcome }];
  expect(await render('markdown', { ...sampleReport, checks, findings: [] })).toContain(`\n${line}\n`);
});

test('any report brings in no markup, no link, no mention and no cell', async () => {
  const text = hostileText.filter((part) => !URL.canParse(part));
  await fc.assert(
    fc.asyncProperty(arbitraryReport(text), async (report) => {
      const root = parse(await render('markdown', report));
      expect(injected(root)).toEqual([]);
      expect(referencesOf(root)).toEqual([]);
      for (const table of nodesOf(root).filter((node): node is Table => node.type === 'table')) {
        const widths = table.children.map((row) => row.children.length);
        expect(new Set(widths).size).toBe(1);
      }
    }),
  );
});

test('each finding is one row that shows its subject and its message as they are', async () => {
  const word = hostileText.filter((text) => /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(text) && text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(word, word, async (subject, message) => {
      const findings: Finding[] = [{ rule: 'r', level: 'note', subject, message }];
      const root = parse(await render('markdown', { ...sampleReport, findings }));
      const table = root.children.find((node) => node.type === 'table');
      const cells = table?.children[1]?.children.map((cell) => textOf(cell).replaceAll('\u200B', ''));
      expect(cells).toEqual(['note', 'r', subject.trim(), message.trim(), '']);
    }),
  );
});

describe('planted faults: this test sees', () => {
  test.each([
    ['a link', '[a](https://evil.example)'],
    ['HTML', 'a <b>'],
    ['an address', 'see www.evil.example'],
    ['a mail address', 'a@evil.example'],
    ['a footnote', 'a[^1]\n\n[^1]: b'],
    ['deleted text', '~~a~~'],
    ['emphasis', 'a *b*'],
  ])('%s', (_, text) => {
    expect(injected(parse(text))).not.toEqual([]);
  });

  test.each(['@everyone', 'see #1', 'MR !12', 'http://a'])('the reference %s', (text) => {
    const root = parse(text);
    expect([...referencesOf(root), ...injected(root)]).not.toEqual([]);
  });
});

test.each([
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['``a', '``` ``a ```'],
  ['', ''],
])('the name %j is the code %j', (name, code) => {
  expect(markdownCode(name)).toBe(code);
});

test('plain words stay as they are', () => {
  expect(markdownText('GET /clients answered 500, which is not declared')).toBe(
    'GET /clients answered 500, which is not declared',
  );
});

describe('the size', () => {
  const findings = Array.from({ length: 2000 }, (_, index): Finding => ({
    rule: 'undeclared-field',
    level: index === 1999 ? 'error' : 'warning',
    subject: `client-${index}`,
    message: '漢字 '.repeat(20),
  }));
  const report: Report = { ...sampleReport, findings };

  test('stays under what a comment may have, and the document says how many findings are left out', async () => {
    const text = await render('markdown', report);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(60_000);
    const [, left] = /^(\d+) of 2000 findings are left out here,/mu.exec(text) ?? [];
    expect(text.match(/`client-\d+`/gu)).toHaveLength(2000 - Number(left));
  });

  test('the most serious finding is kept', async () => {
    expect(await render('markdown', report)).toContain('| error | `undeclared-field` | `client-1999` |');
  });

  test('is kept where everything else is long too', async () => {
    const long = 'long '.repeat(200);
    const checks = Array.from({ length: 500 }, (_, index) => ({
      id: `${long}${index}`,
      title: long,
      group: `${long}${index}`,
      outcome: 'not run' as const,
      reason: long,
    }));
    const remarks = Array.from({ length: 500 }, () => long);
    const text = await render('markdown', { ...report, title: long, checks, remarks });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_000);
    expect(text).toContain('\n500 of 500 remarks are left out here');
  });
});
