import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';

import { openPortal } from './portal.ts';
import { createPrinter } from './print.ts';

const { baseUrl, apiKey, dialect, ids, close } = await openPortal('many');
const print = createPrinter(apiKey);
print.title('Step 5: Retrieve bulk client information');
try {
  const docspace = createDocSpaceClient({ baseUrl, apiKey, dialect, hooks: print.hooks });
  const chosen =
    ids.length > 0
      ? ids
      : (await docspace.getClients()).clients.slice(0, 1).map((client) => client.client_id);
  const { found, missing } = await docspace.getClientsInfo(chosen);
  print.data(found);
  if (missing.length > 0) {
    print.failure(`No client has the id ${missing.join(' or ')}.`, 'Step 1 lists the ids that there are.');
  }
} catch (error) {
  if (!isDocSpaceError(error)) throw error;
  switch (error.code) {
    case 'invalid_input': // An id or a setting was refused before anything was sent.
      print.error(error, { exitCode: 2 });
      break;
    default:
      print.error(error);
  }
} finally {
  await close();
}
