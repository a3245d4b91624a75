import { startMock } from '@docspace-oauth/mock';

import { GuideError } from './guide-error.ts';
import { dialectOf, programPath } from './programs.ts';
import { run } from './run.ts';

/** What a program for Node.js prints when it runs against the mock of its dialect. */
export async function outputOf(file: string): Promise<string> {
  const mock = await startMock({ dialect: dialectOf(file) });
  try {
    const settings = { DOCSPACE_URL: mock.url, DOCSPACE_API_KEY: 'admin-1' };
    const { code, out, err } = await run(process.execPath, [programPath(file)], settings);
    if (code === 0 && err === '') return out;
    throw new GuideError(`${file} failed against the mock: ${err}`);
  } finally {
    await mock.close();
  }
}

/** What a program printed for a step. */
export function stepOf(file: string, output: string, step: string): string {
  const found = output.split(/^(?=Step \d: )/mu).find((block) => block.startsWith(`Step ${step}: `));
  if (found === undefined) throw new GuideError(`${file} prints nothing for step ${step}.`);
  return found.trimEnd();
}
