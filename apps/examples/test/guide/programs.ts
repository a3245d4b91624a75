import { inject } from 'vitest';

import { programPath } from '../../guide/programs.ts';
import { run, type Ended } from '../../guide/run.ts';

export const apiKey = 'admin-1';

/** A program of the guide, ready to be started. */
export interface Program {
  readonly file: string;
  readonly start: (url: string, key?: string) => Promise<Ended>;
}

/** A program by its file; `path` is another file to run in its place. */
export function programOf(file: string, path: string = programPath(file)): Program {
  const command = file.endsWith('.py') ? inject('python') : process.execPath;
  return {
    file,
    start: async (url, key = apiKey) => {
      const ended = await run(command, [path], { DOCSPACE_URL: url, DOCSPACE_API_KEY: key });
      // Python ends its lines as the platform does.
      return { ...ended, out: ended.out.replaceAll('\r\n', '\n'), err: ended.err.replaceAll('\r\n', '\n') };
    },
  };
}

/** These programs, without those in Python where there is none: the global set-up has said so. */
export function programsOf(...files: readonly string[]): readonly Program[] {
  return files
    .filter((file) => !file.endsWith('.py') || inject('python') !== '')
    .map((file) => programOf(file));
}

/** The plain programs for a portal, which have their own code for all that a portal does. */
export const plainPrograms = ['portal-fetch.mjs', 'portal.py'] as const;

/** Every program for a portal. */
export const portalPrograms = [...plainPrograms, 'portal-api.mjs'] as const;

/** The steps that a program has printed, each with its title. */
export function stepsIn({ out }: Ended): string[] {
  return out.split(/^(?=Step \d: )/mu).map((step) => step.trimEnd());
}

/** What a program printed for a step, without its title. */
export function valueOf(ended: Ended, step: number): unknown {
  const text = stepsIn(ended)[step - 1] ?? '';
  return JSON.parse(text.slice(text.indexOf('\n')));
}
