import path from 'node:path';

import type { CommandContext } from '../command.ts';

/** Where programs keep their configuration on this platform. */
export function configFolder({
  environment,
  home,
  platform,
}: Pick<CommandContext, 'environment' | 'home' | 'platform'>): string {
  const { APPDATA, XDG_CONFIG_HOME } = environment;
  if (platform === 'win32') return APPDATA || path.win32.join(home, 'AppData', 'Roaming');
  if (XDG_CONFIG_HOME) return XDG_CONFIG_HOME;
  const folder = platform === 'darwin' ? ['Library', 'Application Support'] : ['.config'];
  return path.posix.join(home, ...folder);
}

/** The file in which the profiles are. */
export function configFile(context: Pick<CommandContext, 'environment' | 'home' | 'platform'>): string {
  const rules = context.platform === 'win32' ? path.win32 : path.posix;
  return rules.join(configFolder(context), 'docspace-oauth', 'config.json');
}
