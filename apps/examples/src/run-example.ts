import { createDocSpaceClient, type DocSpaceClient } from '@docspace-oauth/api';
import { startMock, type Mock } from '@docspace-oauth/mock';

import { helpText, readArguments, type Arguments, type IdCount } from './arguments.ts';
import { ExampleError } from './example-error.ts';
import { createOutput, type Output } from './output.ts';
import { recordExchanges } from './recording-fetch.ts';
import { reportFailure, reportMissing } from './report-failure.ts';
import { loadEnvironment, readSettings, type Settings } from './settings.ts';

export interface Example {
  /** What the program shows, for `--help`. */
  readonly about: string;
  /** How many `--id` it takes. */
  readonly ids: IdCount;
  /** Its return value is what `--json` prints. */
  run(tools: ExampleTools): Promise<object>;
}

interface ExampleTools {
  readonly docspace: DocSpaceClient;
  /** Makes one call and prints title, requests and data; the data is passed on. */
  readonly step: <Result extends object>(title: string, call: () => Promise<Result>) => Promise<Result>;
  /** The ids of `--id`, else that of the first client that the portal lists. */
  readonly chosenIds: () => Promise<[string, ...string[]]>;
}

/** Settings, arguments, the embedded mock, output and exit code: all that a program has beside its calls. */
export async function runExample(example: Example): Promise<void> {
  // A reader that leaves early (`| head`) is no failure.
  process.stdout.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  try {
    const flags = readArguments(process.argv.slice(2), example.ids);
    if (flags.help) process.stdout.write(helpText(example.about, example.ids));
    else await run(example, flags, readSettings(loadEnvironment()));
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

async function run(example: Example, flags: Arguments, settings: Settings): Promise<void> {
  const output = createOutput({
    json: flags.json,
    showSecrets: flags.showSecrets,
    apiKey: settings.apiKey,
    stdout: process.stdout,
    stderr: process.stderr,
    noColor: Boolean(process.env['NO_COLOR']),
  });
  const mock = settings.url === undefined ? await startEmbedded(settings, output) : undefined;
  try {
    output.json(
      await example.run(tools(flags, { ...settings, url: settings.url ?? mock?.url ?? '' }, output)),
    );
  } finally {
    await mock?.close();
  }
}

async function startEmbedded(settings: Settings, output: Output): Promise<Mock> {
  const dialect = settings.dialect === 'auto' ? 'guide' : settings.dialect;
  const mock = await startMock({ dialect });
  output.note(`Embedded mock of the ${dialect} dialect at ${mock.url}; set DOCSPACE_URL to ask a portal.`);
  return mock;
}

function tools(flags: Arguments, settings: Settings & { url: string }, output: Output): ExampleTools {
  const recording = recordExchanges();
  const { url: baseUrl, apiKey, dialect } = settings;
  const docspace = createDocSpaceClient({ baseUrl, apiKey, dialect, fetch: recording.fetch });
  return {
    docspace,
    step: async (title, call) => {
      recording.take();
      output.title(title);
      try {
        const result = await call();
        output.exchanges(recording.take());
        output.data(result);
        if (reportMissing(result)) process.exitCode = 1;
        return result;
      } catch (error) {
        output.exchanges(recording.take());
        throw error;
      }
    },
    chosenIds: async () => {
      const [id, ...others] = flags.ids;
      if (id !== undefined) return [id, ...others];
      const { clients } = await docspace.getClients();
      const first = clients[0]?.client_id;
      if (first !== undefined) return [first];
      throw new ExampleError(
        1,
        'The portal lists no client, so there is none to ask for.',
        'Name one with --id.',
      );
    },
  };
}
