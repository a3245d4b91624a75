import { namedLimits } from './limits.ts';
import { portalScenarios } from './portal-scenarios.ts';
import type { Scenario } from './scenario.ts';

/** The scenarios that come with the mock. A file of your own has the same shape: `--scenarios file.yaml`. */
export const builtInScenarios: ReadonlyMap<string, Scenario> = new Map<string, Scenario>([
  ['normal', { description: 'Everything works.' }],
  ['empty', { description: 'There is no client at all.', clients: [] }],
  ['huge', { description: 'There are ten thousand clients beyond the examples.', more: 10_000 }],
  ['slow', { description: 'Each answer takes one to three seconds.', latency: { min: 1000, max: 3000 } }],
  [
    'flaky',
    {
      description: 'Three requests in ten fail, each in another way.',
      faults: [
        { kind: 'status', status: 500, chance: 0.1 },
        { kind: 'status', status: 503, chance: 0.08 },
        { kind: 'reset', chance: 0.06 },
        { kind: 'truncate', chance: 0.06 },
      ],
    },
  ],
  [
    'down',
    {
      description: 'The service behind the web server is gone.',
      faults: [{ kind: 'html', status: 502 }],
    },
  ],
  [
    'failing',
    { description: 'Every request fails inside the server.', faults: [{ kind: 'status', status: 500 }] },
  ],
  [
    'rate-limited',
    { description: 'Every request is one too many.', faults: [{ kind: 'status', status: 429 }] },
  ],
  [
    'live-limits',
    {
      description: 'The limits of a live portal that runs as several services.',
      limits: namedLimits.full,
    },
  ],
  [
    'stalled',
    {
      description: 'Every body stops half way, and the connection stays open.',
      faults: [{ kind: 'stall' }],
    },
  ],
  ['truncated', { description: 'Every body is cut in half.', faults: [{ kind: 'truncate' }] }],
  ['disconnecting', { description: 'Every connection is reset.', faults: [{ kind: 'reset' }] }],
  ...portalScenarios,
]);
