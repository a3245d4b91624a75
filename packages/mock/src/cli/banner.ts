import { pagesPath } from '@docspace-oauth/local-server';

import type { Launched } from '../server/launch.ts';
import { textOf } from '../simulator/json.ts';
import { curlLine } from './curl-line.ts';

const KEYS = 'admin-1, user-1 (own clients), guest-1 (403), expired-1 (401), limited-3 (429 after 3)';
const KEY = 'admin-1';
const SHOWN = 3;

/** What a person who has just started the mock may want to try. */
export async function banner({ url, simulator, hasPages }: Launched): Promise<string> {
  const { dialect, document, behavior } = simulator;
  const token = await simulator.tokenOf(KEY);
  const all = simulator.clients.all();
  const more = all.length > SHOWN ? `${all.length - SHOWN} more: ${url}/__mock/clients` : undefined;
  const samples = all.slice(0, SHOWN).map(({ id, record }) => `${id} ${textOf(record['name'])}`);
  return [
    `Mock of the ${dialect} dialect: ${url}`,
    ...(hasPages ? column('Explorer', [url + pagesPath]) : []),
    ...column('Clients', [...samples, ...(more === undefined ? [] : [more])]),
    ...column('API keys', [KEYS]),
    ...column('Scenario', [`${behavior.name}: ${behavior.scenario.description}`]),
    `Try: ${curlLine(document, url, { key: KEY, token })}`,
    '',
  ].join('\n');
}

function column(title: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(8)}  ${line}`);
}
