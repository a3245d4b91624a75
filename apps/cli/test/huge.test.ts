import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

import { startMock, type Mock } from '@docspace-oauth/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/docspace-oauth.js', import.meta.url));
const CLIENTS = 20_000;
/** Megabytes of heap: enough for the program and a few pages, too few for all clients. */
const HEAP = 32;

describe('20,000 clients', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ dialect: 'portal', clients: CLIENTS - 7 });
  });
  afterAll(async () => mock.close());

  /** Runs the built command as a process and tells how many requests there were when its first row came. */
  async function list(
    ...args: string[]
  ): Promise<{ code: number | null; lines: number; requestsAtFirstRow: number }> {
    const command = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, bin, 'list', ...args], {
      cwd: tmpdir(),
      env: {
        ...process.env,
        DOCSPACE_URL: mock.url,
        DOCSPACE_API_KEY: 'sk-admin',
        DOCSPACE_DIALECT: 'portal',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const before = mock.requests.at(-1)?.id ?? 0;
    let lines = 0;
    let requestsAtFirstRow = 0;
    command.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (lines === 0) requestsAtFirstRow = (mock.requests.at(-1)?.id ?? 0) - before;
      lines += text.split('\n').length - 1;
    });
    await once(command, 'close');
    return { code: command.exitCode, lines, requestsAtFirstRow };
  }

  test.each([
    { format: 'jsonl', lines: CLIENTS },
    { format: 'csv', lines: CLIENTS + 1 },
    { format: 'table', lines: CLIENTS + 4 },
  ])('are written as $format in a small heap, the first rows within two pages', async ({ format, lines }) => {
    const ended = await list('--format', format);
    expect(ended).toMatchObject({ code: 0, lines });
    // The exchange of the key, the page that was written, and the one that is fetched ahead.
    expect(ended.requestsAtFirstRow).toBeLessThanOrEqual(3);
  });

  test('do not fit into that heap all at once, so the test above can fail', async () => {
    const ended = await list('--format', 'jsonl', '--sort', 'name');
    expect(ended.code).not.toBe(0);
    expect(ended.lines).toBe(0);
  });
});
