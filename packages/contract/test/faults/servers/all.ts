import { access } from './access.ts';
import { bodies } from './bodies.ts';
import { bulk } from './bulk.ts';
import { connections } from './connections.ts';
import { dates } from './dates.ts';
import type { ServerFault } from './fault.ts';
import { headers } from './headers.ts';
import { limits } from './limits.ts';
import { mediaTypes } from './media-types.ts';
import { mocks } from './mocks.ts';
import { paging } from './paging.ts';
import { problems } from './problems.ts';
import { secrets } from './secrets.ts';
import { statuses } from './statuses.ts';

/** Every kind of server that lies. */
export const serverFaults: Readonly<Record<string, readonly ServerFault[]>> = {
  bodies,
  problems,
  statuses,
  headers,
  'media types': mediaTypes,
  connections,
  limits,
  paging,
  bulk,
  dates,
  secrets,
  access,
  mocks,
};
