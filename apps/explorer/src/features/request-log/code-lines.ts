import type { OperationId } from '@docspace-oauth/api';

/** What is needed to write down a call, so that someone else can make it. */
export interface Call {
  readonly operationId: OperationId;
  /** What the method of the DocSpace client is given. */
  readonly argument?: string | readonly string[] | undefined;
  /** The address of the portal, and that of the request. */
  readonly baseUrl: string;
  readonly url: string;
  readonly credential: 'key' | 'token' | 'none';
}

const tokenPath = '/api/2.0/security/oauth2/token';

/** A command that sends the same request. It takes the key from the environment: nothing secret is in it. */
export function curlLines({ baseUrl, url, credential }: Call): string {
  const key = '-H "Authorization: Bearer $DOCSPACE_API_KEY"';
  if (credential === 'none') return `curl ${shell(url)}`;
  if (credential === 'key') return `curl ${key} ${shell(url)}`;
  return [
    `TOKEN=$(curl -s ${key} ${shell(baseUrl + tokenPath)} | jq -r .response)`,
    `curl -H "x-signature: $TOKEN" ${shell(url)}`,
  ].join('\n');
}

/** The same call with packages/api. */
export function typeScriptLines({ operationId, argument, baseUrl }: Call): string {
  const last =
    operationId === 'getClients'
      ? 'for await (const client of docspace.iterateClients()) console.log(client.client_id, client.name);'
      : `const ${results[operationId]} = await docspace.${operationId}(${JSON.stringify(argument)});`;
  return [
    "import { createDocSpaceClient } from '@docspace-oauth/api';",
    '',
    'const docspace = createDocSpaceClient({',
    `  baseUrl: ${JSON.stringify(baseUrl)},`,
    "  apiKey: process.env['DOCSPACE_API_KEY'],",
    '});',
    last,
  ].join('\n');
}

const results: Readonly<Record<Exclude<OperationId, 'getClients'>, string>> = {
  getClient: 'client',
  getClientInfo: 'info',
  getPublicClientInfo: 'shown',
  getClientsInfo: '{ found, missing }',
};

/** The same request with Python's requests. */
export function pythonLines({ baseUrl, url, credential }: Call): string {
  const bearer = `headers={"Authorization": f"Bearer {os.environ['DOCSPACE_API_KEY']}"}`;
  const ask = (what: string): string => `response = requests.get(${JSON.stringify(url)}, ${what}timeout=10)`;
  const end = ['response.raise_for_status()', 'print(response.json())'];
  if (credential === 'none') return ['import requests', '', ask(''), ...end].join('\n');
  const start = ['import os', 'import requests', ''];
  if (credential === 'key') return [...start, ask(`${bearer}, `), ...end].join('\n');
  const token = `token = requests.get(${JSON.stringify(baseUrl + tokenPath)}, ${bearer}, timeout=10).json()["response"]`;
  return [...start, token, ask('headers={"x-signature": token}, '), ...end].join('\n');
}

/** A text in single quotes for a shell. */
function shell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
