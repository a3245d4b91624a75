import type { DocSpaceError } from '@docspace-oauth/api';

/** Hints of the DocSpace client that name its methods and options, and what someone at a terminal can do instead. */
const hints: readonly (readonly [part: string, instead: (error: DocSpaceError) => string | undefined])[] = [
  [
    'getClientsInfo([id])',
    () =>
      'Portals find a client whose id begins with feed in lists only: use docspace-oauth list --ids FILE.',
  ],
  ['getClients()', () => 'docspace-oauth list lists the ids.'],
  ['allowInsecure', () => 'Use https:.'],
  [
    'retryAfterMs',
    ({ retryAfterMs }) => `Try again ${when(retryAfterMs)}, and run fewer programs with this key at once.`,
  ],
  ['raise it', () => 'Try again later.'],
  ['maxBodyBytes', () => 'Ask who runs the portal.'],
  ['See problem', () => undefined],
];

/** What to do about a failed call, in the words of the command. */
export function commandHint(error: DocSpaceError): string | undefined {
  const { hint } = error;
  const found = hints.find(([part]) => hint?.includes(part));
  return found === undefined ? hint : found[1](error);
}

function when(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return 'later';
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return `in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}
