import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));
const parts =
  'docspace-oauth.yaml portal.overlay.yaml paths schemas parameters responses headers examples dist/guide.json dist/portal.json'.split(
    ' ',
  );

/** A copy of the contract and its bundles that a test may spoil; gone when the test ends. */
export async function copyContract(onTestFinished: TestContext['onTestFinished']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-contract-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const part of parts) await cp(join(source, part), join(folder, part), { recursive: true });
  return folder;
}
