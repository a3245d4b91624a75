import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { exitOnBrokenPipe } from '@docspace-oauth/terminal/broken-pipe';
import { loadEnvironment } from '@docspace-oauth/terminal/environment';
import { failureText } from '@docspace-oauth/terminal/failure';
import {
  portalSettingsHelp,
  readPortalSettings,
  type PortalSettings,
} from '@docspace-oauth/terminal/portal-settings';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

/** The settings that the user of a program gives. */
interface Portal {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly dialect: PortalSettings['dialect'];
  /** Given with `--id`. */
  readonly ids: readonly string[];
  /** Stops the embedded mock, if there is one. */
  readonly close: () => Promise<void>;
}

/** How many `--id` a program takes. */
type IdCount = 'none' | 'one' | 'many';

/** The portal of DOCSPACE_URL, else an embedded mock. `--help` and wrong usage end the program here. */
export async function openPortal(idCount: IdCount = 'none'): Promise<Portal> {
  exitOnBrokenPipe(process.stdout);
  try {
    const ids = readIds(idCount);
    const { url, apiKey, dialect } = readPortalSettings(loadEnvironment(process.cwd(), process.env));
    if (url === undefined) return { ...(await startEmbeddedMock(dialect)), apiKey, ids };
    return { baseUrl: url, apiKey, dialect, ids, close: async () => undefined };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(failureText(error.message, error.hint));
    return process.exit(error.exitCode);
  }
}

async function startEmbeddedMock(
  wanted: PortalSettings['dialect'],
): Promise<Pick<Portal, 'baseUrl' | 'dialect' | 'close'>> {
  const dialect = wanted === 'auto' ? 'guide' : wanted;
  const { startMock } = await import('@docspace-oauth/mock');
  const mock = await startMock({ dialect });
  process.stdout.write(
    `Embedded mock of the ${dialect} dialect at ${mock.url}; set DOCSPACE_URL to ask a portal.\n`,
  );
  return { baseUrl: mock.url, dialect, close: async () => mock.close() };
}

function readIds(idCount: IdCount): string[] {
  const { help, id: ids = [] } = parseArguments({
    args: process.argv.slice(2),
    options: { help: { type: 'boolean', short: 'h' }, id: { type: 'string', multiple: true } },
  }).values;
  if (help) {
    process.stdout.write(helpText(idCount));
    process.exit();
  }
  const hint = '--help lists the options.';
  if (idCount === 'none' && ids.length > 0) throw new UsageError("Unknown option '--id'.", hint);
  if (idCount === 'one' && ids.length > 1) throw new UsageError('--id is given more than once.', hint);
  return ids;
}

function helpText(idCount: IdCount): string {
  const id = {
    none: '',
    one: '  --id ID   the client to ask for (default: the first of the list)\n',
    many: '  --id ID   a client to ask for, repeatable (default: the first of the list)\n',
  }[idCount];
  return `Options:
${id}  --help    this text

${portalSettingsHelp}
Exit codes: 0 it worked, 1 a call failed or an id is unknown, 2 wrong usage.
`;
}
