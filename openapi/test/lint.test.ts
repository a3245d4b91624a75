import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { redocly } from '../src/node/redocly.ts';
import type { Fault } from './faults.ts';
import { faults, noFault } from './faults.ts';

interface Report {
  problems: { ruleId: string; location: { source: { ref: string } }[] }[];
}

const all: Record<string, Fault> = { ...faults, none: noFault };
const found = new Map<string, Set<string>>();
let folder: string;
let linted = 0;

/** Lints every fault in one run, each in its own folder. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docspace-lint-'));
  for (const [name, { files }] of Object.entries(all)) {
    await mkdir(join(folder, name));
    // JSON is YAML too.
    for (const [file, content] of Object.entries(files)) {
      await writeFile(join(folder, name, file), JSON.stringify(content, null, 2));
    }
  }
  const roots = Object.keys(all).map((name) => `${name}/root.yaml`);
  const { stdout } = await redocly(folder, ['lint', ...roots, '--format=json']);
  // One report after the other, with nothing between them.
  const reports = JSON.parse(`[${stdout.replaceAll(/^\}\{/gm, '},{')}]`) as Report[];
  linted = reports.length;
  for (const { ruleId, location } of reports.flatMap(({ problems }) => problems)) {
    const name = dirname(location[0]?.source.ref ?? '');
    found.set(name, (found.get(name) ?? new Set()).add(ruleId));
  }
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

test('a contract without a fault passes', () => {
  expect(linted).toBe(Object.keys(all).length);
  expect(found.get('none')).toBeUndefined();
});

test.each(Object.entries(faults))('%s breaks just its rule', (name, { rule }) => {
  expect([...(found.get(name) ?? [])]).toEqual([rule]);
});

test('every rule of our own has a fault', async () => {
  const config = parse(await readFile(new URL('../redocly.yaml', import.meta.url), 'utf8')) as {
    rules: object;
    preprocessors: object;
  };
  const own = Object.keys({ ...config.rules, ...config.preprocessors }).filter((id) =>
    /^(docspace|rule)\//.test(id),
  );
  const broken = new Set(Object.values(faults).map(({ rule }) => rule));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((id) => !broken.has(id))).toEqual([]);
});
