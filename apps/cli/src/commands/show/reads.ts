import { isDocSpaceError, type Dialect, type DocSpaceErrorCode } from '@docspace-oauth/api';

import type { Portal } from '../../portal/portal.ts';
import type { BodyRecorder } from '../../portal/recorder.ts';

export type ClientRecord = Readonly<Record<string, unknown>>;

/** The three single reads of the guide's steps 2 to 4. */
export const steps = [
  { number: 2, operation: 'getClient' },
  { number: 3, operation: 'getClientInfo' },
  { number: 4, operation: 'getPublicClientInfo' },
] as const;

export type StepOperation = (typeof steps)[number]['operation'];

export interface ThreeReads {
  readonly id: string;
  readonly dialect: Dialect;
  readonly records: Readonly<Record<StepOperation, ClientRecord | undefined>>;
  /** Why a step reveals nothing to this key, although the client is there. */
  readonly refused: Readonly<Partial<Record<StepOperation, DocSpaceErrorCode>>>;
}

/** Reads one client three times. The first read must work; the two others may be refused. */
export async function readThreeTimes(
  { docspace, hide }: Portal,
  id: string,
  showSecrets: boolean,
  recorder: BodyRecorder,
): Promise<ThreeReads> {
  const refused: Partial<Record<StepOperation, DocSpaceErrorCode>> = {};
  const unlessRefused = async (
    operation: StepOperation,
    read: Promise<ClientRecord>,
  ): Promise<ClientRecord | undefined> => {
    try {
      return await read;
    } catch (error) {
      if (!isDocSpaceError(error) || (error.code !== 'forbidden' && error.code !== 'not_found')) throw error;
      refused[operation] = error.code;
      return undefined;
    }
  };
  const client = await docspace.getClient(id);
  const [info, shown] = await Promise.all([
    unlessRefused('getClientInfo', docspace.getClientInfo(id)),
    unlessRefused('getPublicClientInfo', docspace.getPublicClientInfo(id)),
  ]);
  const hidden = (record: ClientRecord | undefined): ClientRecord | undefined =>
    record && hide(record, showSecrets);
  return {
    id: client.client_id,
    dialect: await docspace.dialect(),
    records: {
      getClient: hidden({ ...client }),
      getClientInfo: hidden(info),
      // The DocSpace client hands out an allow-list of fields; here counts what the server really tells anyone.
      getPublicClientInfo: hidden(shown && { ...recorder.last('getPublicClientInfo'), ...shown }),
    },
    refused,
  };
}
