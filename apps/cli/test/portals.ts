import { startMock, type Mock, type MockOptions } from '@docspace-oauth/mock';
import { onTestFinished } from 'vitest';

import { runCommand, type Ended, type Surroundings } from './run-command.ts';

/** The servers that every command is run against: both dialects, both stores of a portal, and its narrower limits. */
export const kinds: readonly { readonly kind: string; readonly options: MockOptions }[] = [
  { kind: 'guide', options: { dialect: 'guide' } },
  { kind: 'portal with SQL', options: { dialect: 'portal', store: 'sql', cache: 'null-text' } },
  { kind: 'portal with the cloud store', options: { dialect: 'portal', store: 'saas' } },
  { kind: 'portal with minified limits', options: { dialect: 'portal', limits: 'minified' } },
];

export interface TestPortal {
  readonly mock: Mock;
  readonly settings: Readonly<Record<string, string>>;
  readonly command: (args: readonly string[], surroundings?: Surroundings) => Promise<Ended>;
}

/** A mock that stands for a portal, for one test. */
export async function startPortal(options: MockOptions, apiKey = 'admin-1'): Promise<TestPortal> {
  const mock = await startMock(options);
  onTestFinished(async () => mock.close());
  const settings = {
    DOCSPACE_URL: mock.url,
    DOCSPACE_API_KEY: apiKey,
    DOCSPACE_DIALECT: mock.dialect,
  };
  const command: TestPortal['command'] = async (args, surroundings) => {
    const { code, out, err } = await runCommand(args, settings, surroundings);
    // Every mock key but sk-… is of a form about which a portal's user is warned.
    return { code, out, err: err.replace(/^Warning: The API key does not begin with sk-[^\n]*\n/u, '') };
  };
  return { mock, settings, command };
}

/** Makes what differs from run to run the same. */
export function steady(output: string): string {
  return output
    .replaceAll('\r\n', '\n') // as Git keeps the files; CRLF has a test of its own
    .replaceAll(/(127\\?\.0\\?\.0\\?\.1\\?:)\d+/gu, '$1PORT')
    .replaceAll(/valid for \d+ s/gu, 'valid for 299 s')
    .replaceAll(/("token_seconds_left": )\d+/gu, '$1299')
    .replaceAll(/(requests left +|"requests_left": )\d+/gu, '$1199');
}
