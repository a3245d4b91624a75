// Reads the OAuth2 clients of a DocSpace portal through @docspace-oauth/api. Node.js 20 or newer.

import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';

/** Prints a value: no secret, no long text, and only characters that no terminal obeys. */
function print(title, value) {
  const shorten = (key, item) => {
    if (key === 'client_secret') return '(hidden)';
    return typeof item === 'string' && item.length > 80 ? `${item.slice(0, 40)}...` : item;
  };
  const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  console.log(`${title}\n${JSON.stringify(value, shorten, 2).replaceAll(/[^\n -~]/g, escape)}\n`);
}

try {
  // #region settings
  const docspace = createDocSpaceClient({
    baseUrl: process.env.DOCSPACE_URL ?? '', // https://portal.example.com
    apiKey: process.env.DOCSPACE_API_KEY, // sk-...
    timeoutMs: 120_000, // For one request, with its waits for the rate limit.
    hooks: {
      onWarning({ code }) {
        if (code === 'list_may_be_incomplete') console.error('Warning: some clients may be missing.');
      },
    },
  });
  // #endregion

  // #region step-1
  const clients = [];
  for await (const client of docspace.iterateClients()) clients.push(client);
  const names = clients.map(({ client_id, name }) => ({ client_id, name }));
  print(`Step 1: ${clients.length} clients`, names);
  // #endregion

  if (clients.length > 0) {
    const id = clients[0].client_id;
    // #region step-2
    print('Step 2: the client', await docspace.getClient(id));
    // #endregion
    // #region step-3
    print('Step 3: its details', await docspace.getClientInfo(id));
    // #endregion
    // #region step-4
    print('Step 4: what anyone may see', await docspace.getPublicClientInfo(id));
    // #endregion
    // #region step-5
    const ids = [id, '00000000-0000-4000-8000-000000000000'];
    print('Step 5: the details of several', await docspace.getClientsInfo(ids));
    // #endregion
  }
} catch (error) {
  // #region failures
  if (!isDocSpaceError(error)) throw error;
  console.error(`Error: ${error.code}: ${error.message} ${error.hint ?? ''}`);
  process.exitCode = error.code === 'invalid_input' ? 2 : 1;
  // #endregion
}
