import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';

import { openPortal } from './portal.ts';
import { createPrinter } from './print.ts';

const { baseUrl, apiKey, dialect, close } = await openPortal();
const print = createPrinter(apiKey);
print.title('Step 1: Retrieve all OAuth2 clients');
try {
  const docspace = createDocSpaceClient({ baseUrl, apiKey, dialect, hooks: print.hooks });
  let count = 0;
  for await (const { client_id, name } of docspace.iterateClients()) {
    print.line(client_id, name);
    count += 1;
  }
  print.line(`Number of clients: ${count}`);
} catch (error) {
  if (!isDocSpaceError(error)) throw error;
  switch (error.code) {
    case 'invalid_input': // A setting was refused before anything was sent.
      print.error(error, { exitCode: 2 });
      break;
    case 'rate_limited':
      print.error(error, { hint: `Try again in ${Math.ceil((error.retryAfterMs ?? 1000) / 1000)} s.` });
      break;
    default:
      print.error(error);
  }
} finally {
  await close();
}
