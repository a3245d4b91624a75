import { runScript, withServer } from './child.ts';
import { measurePerCall } from './per-call.ts';

await runScript('generate.ts');
await withServer(async (baseUrl) => {
  for (const { operation, atOnce, costs } of await measurePerCall(baseUrl)) {
    const base = costs['plain fetch'];
    console.log(operation, atOnce);
    for (const [name, c] of Object.entries(costs))
      console.log(
        name.padEnd(16),
        c.cpuMs.toFixed(3),
        (c.cpuMs / base.cpuMs).toFixed(2),
        c.wallMs.toFixed(3),
        (c.wallMs / base.wallMs).toFixed(2),
      );
  }
});
