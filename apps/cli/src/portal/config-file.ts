import { readFileSync, statSync } from 'node:fs';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

/** A portal of the config file. Of the three ways to an API key there is one, or none. */
export interface Profile {
  readonly url: string;
  readonly dialect?: string;
  readonly apiKey?: string;
  readonly apiKeyEnv?: string;
  readonly apiKeyCommand?: readonly string[];
}

export interface ConfigFile {
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Whether users other than the owner may read it. */
  readonly isOpen: boolean;
}

/** Reads the config file. No message repeats what is in it, because that may be a key. */
export function readConfigFile(file: string, platform: NodeJS.Platform): ConfigFile {
  let text: string;
  let mode: number;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
    ({ mode } = statSync(file));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(
      missing ? 'There is no config file with profiles.' : 'The config file cannot be read.',
      `--profile looks in ${file}.`,
    );
  }
  // Windows has no such modes.
  return {
    profiles: readProfiles(parse(text, file), file),
    isOpen: platform !== 'win32' && (mode & 0o077) !== 0,
  };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message of JSON.parse quotes the text.
    const [, position] = /at position (\d+)/u.exec(error instanceof Error ? error.message : '') ?? [];
    const line = position === undefined ? '' : `, line ${text.slice(0, Number(position)).split('\n').length}`;
    throw new UsageError('The config file is not valid JSON.', `See ${file}${line}.`);
  }
}

function readProfiles(config: unknown, file: string): ReadonlyMap<string, Profile> {
  if (!isObject(config) || !isObject(config['profiles'])) {
    throw new UsageError(
      'The config file has no profiles.',
      `Write {"profiles": {"NAME": {"url": …, "apiKeyEnv": …}}} into ${file}.`,
    );
  }
  return new Map(Object.entries(config['profiles']).map(([name, given]) => [name, readProfile(name, given)]));
}

const fields = ['url', 'dialect', 'apiKey', 'apiKeyEnv', 'apiKeyCommand'] as const;

function readProfile(name: string, given: unknown): Profile {
  const fail = (what: string): never => {
    throw new UsageError(
      `The profile ${JSON.stringify(name)} ${what}.`,
      `A profile has ${fields.join(', ')}.`,
    );
  };
  if (!isObject(given)) return fail('is not an object');
  for (const [field, value] of Object.entries(given)) {
    if (!fields.some((known) => known === field)) return fail('has an unknown field');
    const isRight =
      field === 'apiKeyCommand'
        ? Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string')
        : typeof value === 'string';
    if (!isRight)
      return fail(`has a ${field} that is not ${field === 'apiKeyCommand' ? 'a list of texts' : 'a text'}`);
  }
  if (typeof given['url'] !== 'string') return fail('has no url');
  const keys = fields.filter((field) => field.startsWith('apiKey') && given[field] !== undefined);
  return keys.length > 1
    ? fail(`has ${keys.join(' and ')}, which exclude each other`)
    : (given as unknown as Profile);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
