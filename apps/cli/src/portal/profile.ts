import { readPortalSettings, type PortalSettings } from '@docspace-oauth/terminal/portal-settings';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandContext } from '../command.ts';
import { configFile } from './config-folder.ts';
import { readConfigFile, type Profile } from './config-file.ts';
import { keyFromCommand } from './key-command.ts';

/** The settings of a profile of the config file. */
export async function readProfile(
  name: string,
  isAnonymous: boolean,
  context: CommandContext,
): Promise<PortalSettings> {
  const file = configFile(context);
  const { profiles, isOpen } = readConfigFile(file, context.platform);
  const profile = profiles.get(name);
  if (profile === undefined) {
    const names = [...profiles.keys()].map((known) => JSON.stringify(known)).join(', ');
    throw new UsageError('There is no such profile.', `${file} has ${names || 'none'}.`);
  }
  if (isOpen && [...profiles.values()].some(({ apiKey }) => apiKey !== undefined)) {
    context.stderr.write(
      `Warning: other users can read ${file}, which holds an API key in clear text. ` +
        'Make it readable to you alone (chmod 600), or use apiKeyEnv or apiKeyCommand.\n',
    );
  }
  const key = isAnonymous ? undefined : await keyOf(name, profile, context);
  return readPortalSettings(
    { DOCSPACE_URL: profile.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: profile.dialect },
    !isAnonymous,
  );
}

async function keyOf(
  name: string,
  { apiKey, apiKeyEnv, apiKeyCommand }: Profile,
  { environment }: CommandContext,
): Promise<string | undefined> {
  if (apiKeyCommand !== undefined) return keyFromCommand(apiKeyCommand);
  if (apiKeyEnv === undefined) return apiKey;
  const key = environment[apiKeyEnv]?.trim();
  if (key) return key;
  throw new UsageError(
    `The variable of apiKeyEnv is not set for the profile ${JSON.stringify(name)}.`,
    'Set it to an API key of that portal.',
  );
}
