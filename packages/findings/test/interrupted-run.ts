/** A run that never ends by itself: a Ctrl-C ends it, and what was done is reported. For the test of interrupts. */
import { once } from 'node:events';

import { abortOnInterrupt } from '../src/interrupt.ts';
import { parseOutputs } from '../src/outputs/parse.ts';
import { checkOutputs, writeOutputs } from '../src/outputs/write.ts';

const outputs = parseOutputs(process.argv.slice(2), ['table', 'json']);
await checkOutputs(outputs);
const { signal, stop } = abortOnInterrupt();
const alive = setInterval(() => undefined, 1000);
process.stdout.write('ready\n');
await once(signal, 'abort');
clearInterval(alive);
stop();
await writeOutputs(outputs, ({ format }) => `partial ${format}\n`, process.stdout);
process.exitCode = 2;
