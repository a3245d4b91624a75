import { load, type LoadResult } from './load.ts';
import { list, ofOneClient, single } from './paths.ts';
import { AT_ONCE } from './rounds.ts';
import { few, many, withServer } from './servers.ts';

export const LOAD_TEST_REQUESTS = 20_000;

export interface LoadTests {
  /** All five operations in turn. */
  readonly few: LoadResult;
  /** Without the list, of which each answer would be 16 MB. */
  readonly many: LoadResult;
}

export async function runLoadTests(): Promise<LoadTests> {
  return {
    few: await withServer(few, single, ({ url }) =>
      load(url, [...ofOneClient, list], LOAD_TEST_REQUESTS, AT_ONCE),
    ),
    many: await withServer(many, single, ({ url }) => load(url, ofOneClient, LOAD_TEST_REQUESTS, AT_ONCE)),
  };
}
