/** Runs one of the programs, such as step 2: `step 2 --id ID`. The remaining arguments are the program's. */
const programs: ReadonlyMap<string, () => Promise<unknown>> = new Map([
  ['1', () => import('./step-1-list-clients.ts')],
  ['2', () => import('./step-2-get-client.ts')],
  ['3', () => import('./step-3-get-client-info.ts')],
  ['4', () => import('./step-4-get-public-client-info.ts')],
  ['5', () => import('./step-5-get-clients-info.ts')],
  ['full', () => import('./full-example.ts')],
  ['http', () => import('./list-over-http.ts')],
]);

const [name = ''] = process.argv.splice(2, 1);
const load = programs.get(name);
if (load !== undefined) {
  await load();
} else {
  const help = name === '--help' || name === '-h';
  (help ? process.stdout : process.stderr).write(
    `Usage: step ${[...programs.keys()].join('|')} [--id ID] [--help]\n`,
  );
  process.exitCode = help ? 0 : 2;
}
