import type { FetchLike } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import type { MockOptions } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import type { Report } from '@docspace-oauth/findings/report';
import { onTestFinished } from 'vitest';
import { check } from '../src/check.ts';

/** What a server says otherwise than the mock. */
export interface Lie {
  status?: number;
  headers?: Record<string, string>;
  text?: string;
}

/** Changes an answer of the mock; gets the path with its query, and the body as JSON where it is. */
export type Liar = (path: string, body: unknown, status: number) => Lie | undefined;

/** Checks a real mock whose answers are changed on their way, under an address of its own. */
export async function checkLiar(
  options: MockOptions,
  include: readonly string[],
  liar: Liar,
  /** How the report calls the server. */
  url = 'https://portal.example.com',
): Promise<Report> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  const honest = nodeFetch();
  const fetch: FetchLike = async (asked, init) => {
    const path = asked.slice(url.length);
    const response = await honest(mock.url + path, init);
    const text = await response.text();
    const lie = liar(path, parse(text), response.status);
    const headers = new Map([...response.headers.entries()].map(([name, value]) => [name, value]));
    for (const [name, value] of Object.entries(lie?.headers ?? {})) headers.set(name, value);
    return {
      status: lie?.status ?? response.status,
      url: asked,
      headers: Object.fromEntries(headers),
      text: async () => lie?.text ?? text,
    };
  };
  return check({ url, dialect: options.dialect, apiKey: 'admin-1', fetch, include });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The rules that were broken, with their subjects. */
export function brokenRules({ findings }: Report): string[] {
  return findings.map(({ rule, subject }) => `${rule} ${subject}`);
}
