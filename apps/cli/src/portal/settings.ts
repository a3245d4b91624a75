import { loadEnvironment } from '@docspace-oauth/terminal/environment';
import { readPortalSettings, type PortalSettings } from '@docspace-oauth/terminal/portal-settings';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandContext } from '../command.ts';
import { isCi } from './ci.ts';

/** What the options of a command say about the portal. */
export interface PortalChoice {
  readonly profile?: string | undefined;
  readonly mock?: boolean | undefined;
}

export interface PortalNeeds {
  /** Whether someone looks at the result, so that an embedded mock may stand in for a portal that is not named. */
  readonly isInteractive: boolean;
  /** Whether nothing but public information is asked for, without a credential. @default false */
  readonly isAnonymous?: boolean | undefined;
}

/** Where to ask and with which key. `url` is undefined for the embedded mock. */
export async function chooseSettings(
  { profile, mock = false }: PortalChoice,
  { isInteractive, isAnonymous = false }: PortalNeeds,
  context: CommandContext,
): Promise<PortalSettings> {
  if (profile !== undefined) {
    if (mock) throw new UsageError('--mock and --profile contradict each other.', 'Give one of them.');
    const { readProfile } = await import('./profile.ts');
    return readProfile(profile, isAnonymous, context);
  }
  const environment = loadEnvironment(context.folder, context.environment);
  const settings = readPortalSettings(
    mock ? { ...environment, DOCSPACE_URL: '' } : environment,
    !isAnonymous,
  );
  if (settings.url === undefined && !mock && (!isInteractive || isCi(context.environment))) {
    throw new UsageError(
      'DOCSPACE_URL is not set, and this must not pass on made-up data.',
      'Set it to the address of your portal, or give --profile NAME, or --mock for an embedded mock.',
    );
  }
  return settings;
}
