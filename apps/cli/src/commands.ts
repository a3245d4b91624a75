import type { Run } from './command.ts';

/** The programs of the commands. Each is loaded when it is called, so that the help of another does not wait for it. */
export const commands: Readonly<Record<string, () => Promise<Run>>> = {
  list: async () => (await import('./commands/list/list.ts')).run,
  show: async () => (await import('./commands/show/show.ts')).run,
  public: async () => (await import('./commands/public/public.ts')).run,
  whoami: async () => (await import('./commands/whoami/whoami.ts')).run,
  audit: async () => (await import('./commands/audit/audit.ts')).run,
  snapshot: async () => (await import('./commands/snapshot/snapshot.ts')).run,
  diff: async () => (await import('./commands/diff/diff.ts')).run,
  completion: async () => (await import('./commands/completion/completion.ts')).run,
};
