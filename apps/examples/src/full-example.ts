import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';

import { openPortal } from './portal.ts';
import { createPrinter } from './print.ts';

const { baseUrl, apiKey, dialect, close } = await openPortal();
const print = createPrinter(apiKey);
try {
  const docspace = createDocSpaceClient({ baseUrl, apiKey, dialect, hooks: print.hooks });
  print.title('Step 1: Retrieve all OAuth2 clients');
  const { clients } = await docspace.getClients();
  for (const { client_id, name } of clients) print.line(client_id, name);
  const [first] = clients;
  if (first !== undefined) {
    const id = first.client_id;
    print.title('Step 2: Retrieve a specific client by ID');
    print.data(await docspace.getClient(id));
    print.title('Step 3: Retrieve private client details');
    print.data(await docspace.getClientInfo(id));
    print.title('Step 4: Retrieve public client information');
    print.data(await docspace.getPublicClientInfo(id));
    print.title('Step 5: Retrieve bulk client information');
    print.data(await docspace.getClientsInfo([id]));
  }
} catch (error) {
  if (!isDocSpaceError(error)) throw error;
  switch (error.code) {
    case 'invalid_input': // A setting was refused before anything was sent.
      print.error(error, { exitCode: 2 });
      break;
    default:
      print.error(error);
  }
} finally {
  await close();
}
