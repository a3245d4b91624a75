import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inTurn, json, stall, startServer, text } from '@docspace-oauth/testing/server';

const built = (entry: string): string => JSON.stringify(new URL(`../dist/${entry}.js`, import.meta.url).href);

/** Runs a program in a process, which ends only if nothing keeps it alive. */
async function run(source: string, url: string): Promise<string> {
  const program = `
    import { createDocSpaceClient } from ${built('index')};
    import { nodeFetch } from ${built('node')};
    const url = ${JSON.stringify(url)};
    ${source}`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    // Less than the 30 s that a forgotten timer of a time limit would keep the process alive.
    timeout: 15_000,
  });
  return stdout;
}

const fetches = ['undefined', 'nodeFetch()'];
const outcomes = [
  ['a result', 'ok', 5000, () => json(200, [])],
  ['an error', 'not_found', 5000, () => json(404, {})],
  ['a timeout while the body stalls', 'timeout', 300, () => stall],
  ['a retry', 'ok', 5000, inTurn(text(503, ''), json(200, []))],
] as const;

describe.each(fetches)('with the fetch %s', (fetch) => {
  test.each(outcomes)(
    'after %s nothing keeps the process alive',
    async (_, outcome, attemptTimeoutMs, reply) => {
      const server = await startServer(reply);
      const printed = await run(
        `const docspace = createDocSpaceClient({ baseUrl: url, dialect: 'guide', attemptTimeoutMs: ${attemptTimeoutMs}, retry: { attempts: 2, minDelayMs: 1 }, fetch: ${fetch} });
       const outcome = await docspace.getClients().catch((error) => error);
       console.log(outcome.code ?? 'ok');`,
        server.url,
      );
      expect(printed.trim()).toBe(outcome);
    },
  );

  test('after a caller leaves an iteration nothing keeps the process alive', async () => {
    const page = { data: [{ client_id: 'a' }], last_client_id: 'a', last_created_on: 'then' };
    const server = await startServer(inTurn(json(200, page), stall));
    const printed = await run(
      `const docspace = createDocSpaceClient({ baseUrl: url, dialect: 'portal', fetch: ${fetch} });
       for await (const { client_id } of docspace.iterateClients()) { console.log(client_id); break; }`,
      server.url,
    );
    expect(printed.trim()).toBe('a');
  });
});
