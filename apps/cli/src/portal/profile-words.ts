const names: readonly (readonly [setting: string, field: string])[] = [
  ['DOCSPACE_URL', 'url of the profile'],
  ['DOCSPACE_API_KEY', 'apiKey of the profile'],
  ['DOCSPACE_DIALECT', 'dialect of the profile'],
];

/** A message about a setting, for someone who uses a profile of the config file, where the settings have other names. */
export function inProfileWords(text: string): string {
  return names.reduce((words, [setting, field]) => words.replaceAll(setting, field), text);
}

/** Whether the arguments choose a profile. */
export function usesProfile(args: readonly string[]): boolean {
  return args.some((argument) => argument === '--profile' || argument.startsWith('--profile='));
}
