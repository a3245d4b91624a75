import { describe, expect, test } from 'vitest';

import { curlLines, pythonLines, typeScriptLines, type Call } from './code-lines.ts';

const baseUrl = 'https://portal.example.com';
const call: Call = {
  operationId: 'getClient',
  argument: 'a-1',
  baseUrl,
  url: `${baseUrl}/api/2.0/clients/a-1`,
  credential: 'key',
};

describe('curl', () => {
  test('a key is taken from the environment', () => {
    expect(curlLines(call)).toBe(
      `curl -H "Authorization: Bearer $DOCSPACE_API_KEY" '${baseUrl}/api/2.0/clients/a-1'`,
    );
  });

  test('a token is exchanged first', () => {
    expect(curlLines({ ...call, credential: 'token' }).split('\n')).toEqual([
      `TOKEN=$(curl -s -H "Authorization: Bearer $DOCSPACE_API_KEY" '${baseUrl}/api/2.0/security/oauth2/token' | jq -r .response)`,
      `curl -H "x-signature: $TOKEN" '${baseUrl}/api/2.0/clients/a-1'`,
    ]);
  });

  test('public information needs nothing', () => {
    expect(curlLines({ ...call, credential: 'none' })).toBe(`curl '${baseUrl}/api/2.0/clients/a-1'`);
  });

  test('a quotation mark in an id does not end the text of a shell', () => {
    const line = curlLines({ ...call, credential: 'none', url: `${baseUrl}/it's;$(id)` });
    expect(line).toBe(String.raw`curl '${baseUrl}/it'\''s;$(id)'`);
  });
});

test('TypeScript calls the method, with the argument as a literal', () => {
  expect(typeScriptLines(call)).toContain('const client = await docspace.getClient("a-1");');
  expect(typeScriptLines({ ...call, operationId: 'getClientsInfo', argument: ['a', 'b"'] })).toContain(
    String.raw`const { found, missing } = await docspace.getClientsInfo(["a","b\""]);`,
  );
  expect(typeScriptLines({ ...call, operationId: 'getClients' })).toContain(
    'for await (const client of docspace.iterateClients()) console.log(client.client_id, client.name);',
  );
});

test('Python sends what the dialect wants', () => {
  expect(pythonLines(call)).toContain(`Bearer {os.environ['DOCSPACE_API_KEY']}`);
  expect(pythonLines({ ...call, credential: 'token' })).toContain('headers={"x-signature": token}');
  expect(pythonLines({ ...call, credential: 'none' })).not.toContain('headers');
});
