import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { largeDocument, vendorsLength } from './large-document.ts';

const script = fileURLToPath(new URL('measure.ts', import.meta.url));

/** Ten seconds on an idle machine; here others may be at work too. */
const deadline = 30_000;

test.each([
  ['JSON', (document: object) => JSON.stringify(document)],
  ['YAML', (document: object) => stringify(document, { aliasDuplicateObjects: false })],
])(
  'a document as large as the vendor’s, in %s, takes at most 1 GB and is the same in the five operations',
  async (format, write) => {
    const folder = await mkdtemp(join(tmpdir(), 'docspace-drift-'));
    const path = join(folder, `large.${format.toLowerCase()}`);
    const text = write(await largeDocument());
    expect(text.length).toBeGreaterThan(vendorsLength);
    await writeFile(path, text);
    const { stdout } = await promisify(execFile)(process.execPath, [script, path], { timeout: deadline });
    await rm(folder, { recursive: true });
    const { code, ms, bytes } = JSON.parse(stdout) as { code: number; ms: number; bytes: number };
    console.log(`${format}, ${text.length} characters: ${Math.round(ms)} ms, ${Math.round(bytes / 1e6)} MB`);
    expect(code).toBe(0);
    expect(bytes).toBeLessThan(1e9);
  },
);
