import { resolve } from 'node:path';
import { formatNames } from '@docspace-oauth/findings/formats';
import { abortOnInterrupt } from '@docspace-oauth/findings/interrupt';
import { dialects } from '@docspace-oauth/openapi';
import { parseArguments } from '@docspace-oauth/terminal/arguments';
import type { Environment } from '@docspace-oauth/terminal/environment';
import { loadEnvironment } from '@docspace-oauth/terminal/environment';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import type { CheckOptions } from '../check.ts';
import { check } from '../check.ts';
import { createHarRecorder } from '../har/har.ts';
import { createSecrets } from '../har/secrets.ts';
import type { CommandContext } from './context.ts';
import { createCaseProgress } from './progress.ts';
import { prepareReports, reportHelpAt, reportOptions } from './publish.ts';

const keyVariable = 'DOCSPACE_API_KEY';

export const help: string = `Asks a server for everything that the contract declares and checks what it answers. Only GET is sent.

Usage: docspace-contract check [--url URL] [options]

  --url URL             the server to check [default: the embedded mock and plain Prism, which need no key]
  --dialect DIALECT     guide, portal, or auto to ask the server [default: auto; without --url both]
  --api-key-env NAME    the environment variable with the API key, or its name in .env [default: ${keyVariable}]
  --guest-key-env NAME  the one with the key of a guest: without it, what a guest may not is not checked
  --allow-insecure      sends the key over http: to another machine too, such as a mock beside a CI job
  --include PATTERN     only cases whose id has this in it; * stands for any text; may be given several times
  --cases FOLDER        cases of your own instead of those that come with this package
${reportHelpAt(22, [...formatNames, 'har'])}
A HAR has what was sent and received, without keys, tokens, cookies and client secrets.
Exit code 1: the contract is not kept. Exit code 2: the check could not be made, or nothing was checked.

Examples:
  docspace-contract check
  DOCSPACE_API_KEY=sk-… docspace-contract check --url https://portal.example.com --report table,junit=contract.xml
  docspace-contract check --dialect portal --include portal-list
`;

/** Checks a server; gives the exit code. */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  const { values } = parseArguments({
    args: [...args],
    options: {
      url: { type: 'string' },
      dialect: { type: 'string' },
      'api-key-env': { type: 'string' },
      'guest-key-env': { type: 'string' },
      'allow-insecure': { type: 'boolean' },
      include: { type: 'string', multiple: true },
      cases: { type: 'string' },
      ...reportOptions,
    },
  });
  const { folder, stderr } = context;
  const environment = loadEnvironment(folder, context.environment);
  const url = values.url === undefined ? undefined : checkUrl(values.url);
  const keys = {
    apiKey: readKey('--api-key-env', values['api-key-env'], environment, keyVariable),
    guestKey: readKey('--guest-key-env', values['guest-key-env'], environment),
  };
  if (url !== undefined && keys.apiKey === undefined) {
    throw new UsageError(
      `${keyVariable} is not set, and a check of ${url} needs an API key.`,
      'Put the key into this variable, or name another one with --api-key-env.',
    );
  }
  const secrets = createSecrets([keys.apiKey, keys.guestKey]);
  const har = createHarRecorder(secrets);
  const publish = await prepareReports(values, context, { har: () => har.text() });
  const records = values.report?.some((list) => /(?:^|,)\s*har\b/u.test(list)) ?? false;
  const interrupt = abortOnInterrupt();
  const progress = createCaseProgress(stderr);
  const options: CheckOptions = {
    url,
    ...(url !== undefined && keys),
    dialect: checkDialect(values.dialect),
    allowInsecure: values['allow-insecure'],
    include: values.include,
    ...(values.cases !== undefined && { cases: resolve(folder, values.cases) }),
    relativeTo: folder,
    signal: interrupt.signal,
    onRun: (...step) => progress.step(...step),
    onExchange: (exchange) => {
      secrets.learn(exchange);
      if (records) har.add(exchange);
    },
  };
  try {
    const report = await check(options);
    progress.end();
    const finished = !interrupt.signal.aborted;
    return await publish(report, {
      secrets: secrets.all(),
      finished,
      complete: values.include === undefined,
    });
  } finally {
    progress.end();
    interrupt.stop();
  }
}

function checkDialect(text: string | undefined): CheckOptions['dialect'] {
  const known = (['auto', ...dialects] as const).find((dialect) => dialect === text);
  if (text === undefined || known) return known;
  throw new UsageError('--dialect is none that there is.', `It is ${dialects.join(', ')} or auto.`);
}

/** What is no address may be a key in the wrong place, so it is not repeated. */
function checkUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol)) {
    throw new UsageError(
      '--url is no http: or https: address.',
      'Give the address of the server, such as https://portal.example.com.',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      '--url has a user name, a password, a query or a fragment.',
      'Give the address alone; the key goes into an environment variable.',
    );
  }
  return url.href.replace(/\/+$/u, '');
}

/** The key in a variable. A name that is none may be the key itself, so it is not repeated. */
function readKey(
  option: string,
  name: string | undefined,
  environment: Environment,
  usual?: string,
): string | undefined {
  if (name === undefined) return usual === undefined ? undefined : environment[usual]?.trim() || undefined;
  if (!/^[A-Za-z_]\w*$/u.test(name)) {
    throw new UsageError(
      `${option} wants the name of an environment variable.`,
      'Put the key into a variable and give its name; a key in the arguments is seen by everyone on the machine.',
    );
  }
  const key = environment[name]?.trim();
  if (!key)
    throw new UsageError(`The variable that ${option} names is not set or empty.`, 'Put the key into it.');
  return key;
}
