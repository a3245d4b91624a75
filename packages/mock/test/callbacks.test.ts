import { setTimeout as sleep } from 'node:timers/promises';

import { expect, onTestFinished, test } from 'vitest';

import { ask, CLIENTS, started } from './started.ts';

/** The warnings of this process from now on. */
function warnings(): string[] {
  const seen: string[] = [];
  const keep = ({ name, message }: Error): void => {
    if (name === 'MockWarning') seen.push(message);
  };
  process.on('warning', keep);
  onTestFinished(() => void process.off('warning', keep));
  return seen;
}

function throwAtOnce(): void {
  throw new Error('from the caller');
}

async function throwLater(): Promise<void> {
  await sleep(1);
  throw new Error('from the caller');
}

test.each([
  { how: 'throws', onRequest: throwAtOnce },
  { how: 'rejects', onRequest: throwLater as () => void },
])('a callback that $how breaks no answer, and is told once', async ({ onRequest }) => {
  const told = warnings();
  await using mock = await started({ clients: 5000, onRequest });
  for (let call = 0; call < 3; call += 1) expect((await ask(mock, CLIENTS)).status).toBe(200);
  expect(mock.requests).toHaveLength(3);
  await sleep(20);
  expect(told).toEqual(['The callback onRequest failed: from the caller']);
});
