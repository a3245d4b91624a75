import type { TestProject } from 'vitest/node';

import { findPython, notRun } from './find-python.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty if this machine has no Python with requests. */
    python: string;
  }
}

/** Looks for Python once for all tests, and says on the terminal if there is none. */
export async function setup(project: TestProject): Promise<void> {
  const python = await findPython();
  if (python === undefined) process.stderr.write(notRun);
  project.provide('python', python ?? '');
}
