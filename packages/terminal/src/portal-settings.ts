import { dialects, type Dialect } from '@docspace-oauth/openapi';

import type { Environment } from './environment.ts';
import { UsageError } from './usage-error.ts';

/** Where a command finds its portal. */
export interface PortalSettings {
  /** DOCSPACE_URL; undefined means the embedded mock. */
  readonly url: string | undefined;
  /** DOCSPACE_API_KEY; the embedded mock takes any. */
  readonly apiKey: string;
  /** DOCSPACE_DIALECT; `auto` asks the portal. */
  readonly dialect: Dialect | 'auto';
}

/** The part of `--help` about these settings. */
export const portalSettingsHelp: string = `Settings, from the environment or from .env in the current folder:
  DOCSPACE_URL       the portal, such as https://portal.example.com (default: an embedded mock)
  DOCSPACE_API_KEY   an API key of that portal
  DOCSPACE_DIALECT   guide, portal, or auto to ask the server (default: auto; guide for the embedded mock)
`;

/** @param needsKey false for what is asked without a credential */
export function readPortalSettings(environment: Environment, needsKey = true): PortalSettings {
  const setting = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const url = setting('DOCSPACE_URL');
  if (url !== undefined) checkUrl(url);
  const apiKey = setting('DOCSPACE_API_KEY');
  if (needsKey && apiKey === undefined && url !== undefined) {
    throw new UsageError(
      'DOCSPACE_API_KEY is not set, and the portal of DOCSPACE_URL asks for a key.',
      'Create one in the portal under Developer Tools > API keys.',
    );
  }
  const dialect = readDialect(setting('DOCSPACE_DIALECT') ?? 'auto');
  return { url, apiKey: apiKey ?? 'any-key-will-do', dialect };
}

/** Messages of the DocSpace client name its options; people who run a command know them as settings. */
export function withSettingNames(text: string): string {
  return text
    .replaceAll(/\bGive an apiKey\b/gu, 'Set DOCSPACE_API_KEY')
    .replaceAll(/\bbaseUrl\b/gu, 'DOCSPACE_URL')
    .replaceAll(/\bapiKey\b/gu, 'DOCSPACE_API_KEY')
    .replaceAll(/\bset dialect to\b/gu, 'set DOCSPACE_DIALECT to');
}

/** Scheme and syntax; the DocSpace client checks the rest. */
function checkUrl(url: string): void {
  if (/^https?:\/\//iu.test(url) && URL.canParse(url)) return;
  // A text that is not an address may be an API key in the wrong place: it is not repeated.
  const host = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/\S*)?$/u.test(url);
  const scheme = /^(?:localhost|127\.)/u.test(url) ? 'http' : 'https';
  throw host
    ? new UsageError(`DOCSPACE_URL has no scheme: "${url}".`, `Did you mean ${scheme}://${url}?`)
    : new UsageError(
        'DOCSPACE_URL is not an http: or https: address.',
        'Give the address of the portal, such as https://portal.example.com.',
      );
}

function readDialect(text: string): PortalSettings['dialect'] {
  const dialect = (['auto', ...dialects] as const).find((known) => known === text);
  if (dialect !== undefined) return dialect;
  throw new UsageError(
    'DOCSPACE_DIALECT names an unknown dialect.',
    `Set it to ${dialects.join(', ')} or auto, or leave it out for auto.`,
  );
}
