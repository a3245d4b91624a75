import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatNames, formatReport } from '@docspace-oauth/findings/formats';
import type { Report } from '@docspace-oauth/findings/report';
import type { Mock } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { createHarRecorder } from '../../src/har/har.ts';
import { createSecrets } from '../../src/har/secrets.ts';
import type { Exchange } from '../../src/target/exchange.ts';
import { emptyFolder, runCommand } from '../command/run-command.ts';
import { leaksIn } from '../leaks.ts';
import { faultTag } from './score.ts';
import { json, says } from './servers/changes.ts';
import type { LyingServer } from './servers/lying-server.ts';
import { startLyingServer } from './servers/lying-server.ts';

const key = 'admin-0123456789abcdef';
let honest: Mock;
let server: LyingServer;
beforeAll(async () => {
  honest = await startMock({ dialect: 'guide' });
  // It repeats the key wherever a report may quote it: in a media type, a header, the name of a field, a value.
  const change = says('getPublicClientInfo', (_, { query }) => ({
    ...json({ response: { [key]: key, id: key }, query: query.toString() }),
    headers: { 'content-type': `text/${key}`, 'x-ratelimit-reset': key },
  }));
  server = await startLyingServer(honest.url, { change });
});
afterAll(async () => {
  await server.close();
  await honest.close();
});

/** Cases of the operation whose answers are wrong. */
const include = ['guide-public-id'];

describe('a server that repeats the API key', () => {
  const exchanges: Exchange[] = [];
  let report: Report;
  beforeAll(async () => {
    const onExchange = (exchange: Exchange): void => void exchanges.push(exchange);
    report = await check({ url: server.url, dialect: 'guide', apiKey: key, include, onExchange });
  });
  const write = async (format: (typeof formatNames)[number], secrets: readonly string[]): Promise<string> =>
    formatReport(format, report, { failOn: 'error', secrets });
  const writeHar = (secrets: readonly string[]): string => {
    const har = createHarRecorder(createSecrets(secrets));
    for (const exchange of exchanges) har.add(exchange);
    return har.text();
  };

  test.each(formatNames)('its %s report without redaction', { tags: faultTag }, async (format) => {
    expect(leaksIn(await write(format, []), [key])).not.toEqual([]);
    expect(leaksIn(await write(format, [key]), [key])).toEqual([]);
  });

  test('its HTTP archive without redaction', { tags: faultTag }, () => {
    expect(leaksIn(writeHar([]), [key])).not.toEqual([]);
    expect(leaksIn(writeHar([key]), [key])).toEqual([]);
  });
});

interface KnownFault {
  readonly name: string;
  readonly entry: string;
  readonly code: number;
  readonly says: RegExp;
}

const sound = 'rule: media-type, subject: guide-public-id, reason: Ticket 7., expires: 2999-12-31';
const knownFaults: readonly KnownFault[] = [
  {
    name: 'that has expired',
    entry: sound.replace('2999-12-31', '2020-02-29'),
    code: 1,
    says: /The known deviation media-type of guide-public-id expired on 2020-02-29\./u,
  },
  {
    name: 'for another case',
    entry: sound.replace('guide-public-id', 'guide-public-nulls'),
    code: 1,
    says: /guide-public-id[^]*text\//u,
  },
  {
    name: 'without a reason',
    entry: sound.replace('reason: Ticket 7., ', ''),
    code: 2,
    says: /known\.yaml:1:\d+: /u,
  },
  {
    name: 'without a day on which it ends',
    entry: sound.replace(', expires: 2999-12-31', ''),
    code: 2,
    says: /known\.yaml:1:\d+: /u,
  },
  {
    name: 'that ends on a day which no month has',
    entry: sound.replace('2999-12-31', '2999-02-30'),
    code: 2,
    says: /known\.yaml:1:\d+: /u,
  },
];

describe('a list of known deviations with an entry', () => {
  // What else is wrong in this case is known whatever becomes of the entry.
  const others = ['header', 'assertion'].map((rule) => sound.replace('media-type', rule));
  const checkWith = async (entry: string): ReturnType<typeof runCommand> => {
    const folder = await emptyFolder();
    const entries = [entry, ...others].map((one) => `- { ${one} }\n`);
    await writeFile(join(folder, 'known.yaml'), entries.join(''));
    const args = ['check', '--url', server.url, '--dialect', 'guide', '--known', 'known.yaml'];
    return runCommand([...args, '--include', 'guide-public-id'], folder, { DOCSPACE_API_KEY: key });
  };

  test.each(knownFaults)('$name', { tags: faultTag }, async ({ entry, code, says: sentence }) => {
    const { code: came, stdout, stderr } = await checkWith(entry);
    expect(stdout + stderr).toMatch(sentence);
    expect(came).toBe(code);
  });

  test('that is as it should be hides what it names', async () => {
    const { code, stdout } = await checkWith(sound);
    expect(stdout).toContain('Ticket 7.');
    expect(code).toBe(0);
  });
});
