import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';

import { openPortal } from './portal.ts';
import { createPrinter } from './print.ts';

const { baseUrl, apiKey, dialect, ids, close } = await openPortal('one');
const print = createPrinter(apiKey);
print.title('Step 2: Retrieve a specific client by ID');
try {
  const docspace = createDocSpaceClient({ baseUrl, apiKey, dialect, hooks: print.hooks });
  const id = ids[0] ?? (await docspace.getClients()).clients[0]?.client_id;
  if (id === undefined) {
    print.failure('The portal lists no client, so there is none to ask for.', 'Name one with --id.');
  } else {
    const client = await docspace.getClient(id);
    print.data(client);
  }
} catch (error) {
  if (!isDocSpaceError(error)) throw error;
  switch (error.code) {
    case 'invalid_input': // The id or a setting was refused before anything was sent.
      print.error(error, { exitCode: 2 });
      break;
    case 'not_found':
      print.error(error, { hint: 'Step 1 lists the ids that there are.' });
      break;
    default:
      print.error(error);
  }
} finally {
  await close();
}
