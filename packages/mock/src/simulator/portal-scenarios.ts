import type { Fault, Scenario } from './scenario.ts';

const IDENTITY = ['getClients', 'getClient', 'getClientInfo', 'getPublicClientInfo', 'getClientsInfo'];

/** A status of the token endpoint, with the contract's example of this name. */
function ofToken(description: string, status: number, more: Partial<Fault> = {}): Scenario {
  return {
    description,
    faults: [{ kind: 'status', status, operations: ['generateJwtToken'], ...more }],
  };
}

/** What can be wrong with a portal as a whole. Each means something in the portal's dialect only. */
export const portalScenarios: readonly (readonly [name: string, scenario: Scenario])[] = [
  ['cached-nulls', { description: 'Single reads give the text "null".', cache: 'null-text' }],
  [
    'suspended',
    // A key that is refused is refused as ever.
    ofToken('The portal is suspended.', 404, { example: 'suspended', replaces: [200] }),
  ],
  ['restoring', ofToken('The portal is being restored.', 403, { example: 'restoring' })],
  ['unpaid', ofToken('The portal is not paid for.', 402)],
  ['ip-not-allowed', ofToken('The IP address may not call.', 403, { example: 'ip-not-allowed' })],
  ['old-portal', ofToken('A portal without a token endpoint.', 404, { example: 'old-portal' })],
  ['unknown-host', ofToken('The host name belongs to no portal.', 500)],
  ['token-limited', ofToken('Too many keys are exchanged.', 429)],
  ['dotnet-down', ofToken('The .NET part is gone: a page with 502.', 502, { kind: 'html' })],
  ['dotnet-slow', ofToken('The .NET part is too slow: a page with 504.', 504, { kind: 'html' })],
  [
    'redis-down',
    {
      description: 'Redis is gone: the web server gives up before the identity service does.',
      faults: [{ kind: 'html', status: 504, operations: IDENTITY }],
    },
  ],
  [
    'redis-down-direct',
    {
      description: 'Redis is gone, and no web server is in front of the identity service.',
      faults: [{ kind: 'empty-forbidden', operations: IDENTITY }],
    },
  ],
];
