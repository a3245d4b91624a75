import type { Reporter, TestCase } from 'vitest/node';

/** The tag of a test that plants a fault: it passes if the fault is caught by the gate that is meant for it. */
export const faultTag = 'fault';

/** Says how many of the faults that were planted are caught, in all files of a run. */
export const score: Reporter = {
  onTestRunEnd(modules) {
    const planted = modules
      .flatMap(({ children }) => [...children.allTests()])
      .filter(({ options }) => options.tags?.includes(faultTag));
    if (planted.length === 0) return;
    const count = (state: ReturnType<TestCase['result']>['state']): number =>
      planted.filter((fault) => fault.result().state === state).length;
    const unrun = count('skipped') + count('pending');
    const rest = unrun > 0 ? `; ${unrun} were not run` : '';
    process.stdout.write(`\n ${count('passed')} of ${planted.length} planted faults are caught${rest}.\n`);
  },
};
