import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';
import { createHttp } from '@docspace-oauth/api/http';

import { openPortal } from './portal.ts';
import { createPrinter } from './print.ts';

const { baseUrl, apiKey, dialect, close } = await openPortal();
const print = createPrinter(apiKey);
print.title('Step 1 over plain HTTP: the response as the server sends it');
try {
  const docspace = createDocSpaceClient({ baseUrl, apiKey, dialect, hooks: print.hooks });
  const http = createHttp(docspace); // An openapi-fetch client with the same credential, retries and limits.
  const { data, response } = await http.GET('/api/2.0/clients');
  if (data === undefined) {
    print.failure(`The server answered with status ${response.status}.`, 'Step 1 tells what that means.');
  } else {
    print.data(data);
  }
} catch (error) {
  if (!isDocSpaceError(error)) throw error;
  switch (error.code) {
    case 'invalid_input': // A setting was refused before anything was sent.
      print.error(error, { exitCode: 2 });
      break;
    default: // Statuses are left to the program: what is left is no answer at all.
      print.error(error);
  }
} finally {
  await close();
}
